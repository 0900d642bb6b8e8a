import { appendFileSync, renameSync, statSync } from 'node:fs';

type Level = 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line of JSON. Never carries article content. */
export type Log = (level: Level, message: string, fields?: Fields) => void;

const LIMIT_BYTES = 2_000_000;

/** A log that keeps at most two files of about 2 MB. A log that cannot be written is no reason to stop. */
export function fileLog(file: string, now: () => number): Log {
  return (level, message, fields = {}) => {
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...fields })}\n`;
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, line);
    } catch {
      // Disk full or read-only: the library itself reports that, with more to say.
    }
  };
}

/** For callers that have nowhere to write. */
export const noLog: Log = () => {};
