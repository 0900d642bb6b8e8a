import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMIT_BYTES } from '../../../../ingest/limits.ts';
import type { ContainerDeps } from '../container.ts';
import { refusalForRoom } from '../spooled-pieces.ts';
import type { ByteReader, Slice } from './bytes-in-order.ts';

/** Blocks that can be read only while an archive is gone through are kept here until its end. */
export interface Spool {
  /** Takes the next `count` bytes. @returns where they are; null when there is no room */
  keep(reader: ByteReader, count: number): Promise<{ readonly at: number; readonly length: number } | null>;
  readonly slice: Slice | null;
  close(): Promise<void>;
}

/** Free space is looked at again each time so much has been kept. */
const LOOK_EVERY_BYTES = 64 * 1024 * 1024;
/** More is read of nothing. */
const MOST_BYTES = LIMIT_BYTES + 1024 * 1024;
const PART_BYTES = 64 * 1024;

export function createSpool({ spoolFolder, budget }: Pick<ContainerDeps, 'spoolFolder' | 'budget'>): Spool {
  let opened: { readonly folder: string; readonly slice: Slice; readonly handle: FileHandle } | null = null;
  let end = 0;
  let lookAt = 0;
  const isRoom = async (count: number): Promise<boolean> => {
    if (budget.spend(count)) return false;
    if (end + count <= lookAt) return true;
    lookAt = end + count + LOOK_EVERY_BYTES;
    return (await refusalForRoom(spoolFolder, count + LOOK_EVERY_BYTES)) === null;
  };
  const make = async () => {
    const folder = await mkdtemp(join(spoolFolder, 'archive-'));
    const handle = await open(join(folder, '0'), 'wx+', 0o600);
    const readAt = async (position: number, length: number) => {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    return { folder, handle, slice: { file: { readAt }, start: 0, sizeBytes: Number.MAX_SAFE_INTEGER } };
  };
  return {
    async keep(reader, count) {
      if (count > MOST_BYTES || !(await isRoom(count))) return null;
      opened ??= await make();
      const at = end;
      while (end < at + count) {
        const part = await reader.peek(Math.min(PART_BYTES, at + count - end));
        if (part.length === 0) break;
        await opened.handle.writev([part], end);
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
      await opened.handle.close();
      await rm(opened.folder, { recursive: true, force: true });
      opened = null;
    },
  };
}
