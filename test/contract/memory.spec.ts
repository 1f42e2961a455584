import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { describeEventStore } from './event-store.contract.ts';

describeEventStore('memory', () => Promise.resolve({ store: new MemoryStore() }));
