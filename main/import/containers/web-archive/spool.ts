import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteReader, Slice } from './bytes-in-order.ts';

/** Blocks that can be read only while an archive is gone through are kept here until its end. */
export interface Spool {
  /** Takes the next `count` bytes. @returns where they are; null when there is no room */
  keep(reader: ByteReader, count: number): Promise<{ readonly at: number; readonly length: number } | null>;
  readonly slice: Slice | null;
  close(): Promise<void>;
}

const MAX_BYTES = 8 * 1024 * 1024 * 1024;
const PART_BYTES = 64 * 1024;

export function createSpool(spoolFolder: string): Spool {
  let opened: { readonly folder: string; readonly slice: Slice } | null = null;
  let end = 0;
  const make = async () => {
    await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(spoolFolder, 'archive-'));
    const handle = await open(join(folder, '0'), 'wx+', 0o600);
    return { folder, slice: { handle, start: 0, sizeBytes: MAX_BYTES } };
  };
  return {
    async keep(reader, count) {
      if (end + count > MAX_BYTES) return null;
      opened ??= await make();
      const at = end;
      while (end < at + count) {
        const part = await reader.peek(Math.min(PART_BYTES, at + count - end));
        if (part.length === 0) break;
        await opened.slice.handle.writev([part], end);
        end += part.length;
        await reader.skip(part.length);
      }
      return { at, length: end - at };
    },
    get slice() {
      return opened?.slice ?? null;
    },
    async close() {
      if (!opened) return;
      await opened.slice.handle.close();
      await rm(opened.folder, { recursive: true, force: true });
      opened = null;
    },
  };
}
