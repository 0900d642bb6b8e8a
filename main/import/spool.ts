import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileOnDisk } from './candidate.ts';

/** Puts bytes that are only in memory into a file of their own, for those who read files at any place. */
export async function spooled(spoolFolder: string, bytes: Uint8Array): Promise<FileOnDisk> {
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(spoolFolder, 'file-'));
  const location = join(folder, '0');
  await writeFile(location, bytes, { mode: 0o600 });
  return { location, sizeBytes: bytes.byteLength, release: () => rm(folder, { recursive: true, force: true }) };
}
