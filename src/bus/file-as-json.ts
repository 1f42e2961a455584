import type { Finding } from '../catalogue/finding.ts';
import {
  findingsAsJson,
  type FindingSaid,
  type PreviewedChange,
  previewedAsJson,
  type WrittenChange,
  writtenAsJson,
} from './change-as-json.ts';
import type { CommandAnswer, CommandPreview } from './messages.ts';

/** What is said of every file. */
interface FileSaid {
  readonly fileName: string;
  readonly sha256: string;
  /** the record that took the same file before, null where none did */
  readonly alreadyTaken: number | null;
  /** what its reader found, before any ledger saw it */
  readonly reading: readonly FindingSaid[];
}

/** What taking a file in did. */
export interface TakenFile extends WrittenChange, FileSaid {}

/** What taking a file in would do. */
export interface PreviewedFile extends PreviewedChange, FileSaid {}

/** A file as it was read. */
interface Read {
  readonly name: string;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

const takenBefore = (findings: readonly Finding[]): number | null => {
  const [found] = findings.filter(
    (each): each is Finding<'FILE_ALREADY_TAKEN'> => each.code === 'FILE_ALREADY_TAKEN',
  );
  return found?.facts.revision ?? null;
};

const said = ({ name, sha256, findings }: Read, ledgers: readonly Finding[]): FileSaid => ({
  fileName: name,
  sha256,
  alreadyTaken: takenBefore(ledgers),
  reading: findingsAsJson(findings),
});

export const takenAsJson = (read: Read, answer: CommandAnswer): TakenFile => ({
  ...said(read, answer.findings),
  ...writtenAsJson(answer),
});

export const wouldTakeAsJson = (read: Read, preview: CommandPreview): PreviewedFile => ({
  ...said(read, preview.findings),
  ...previewedAsJson(preview),
});
