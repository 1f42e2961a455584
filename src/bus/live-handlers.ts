import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { LiveEvents } from '../application/live-events.ts';
import { FollowEvents } from './live-messages.ts';

@QueryHandler(FollowEvents)
class FollowEventsHandler implements IQueryHandler<FollowEvents> {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  async execute({ ledger, after, signal }: FollowEvents) {
    return this.live.follow(await this.live.begin(ledger, after), signal);
  }
}

export const liveHandlers: Provider[] = [FollowEventsHandler];
