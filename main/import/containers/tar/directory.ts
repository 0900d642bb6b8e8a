import { failed, NOT_A_FILE, type Refusal, skipped } from '../../refusal.ts';
import { type ArchiveEntry, CUT_SHORT, unsupported } from '../archive.ts';
import type { OpenFile } from '../open-file.ts';

/** One file of a tar archive, and where its bytes stand. */
export interface TarEntry extends ArchiveEntry {
  readonly offset: number;
}

export interface TarDirectory {
  readonly entries: readonly TarEntry[];
  readonly problem: Refusal | null;
}

const BLOCK = 512;
/** Longer names, and what else is said of a file before it. */
const LONGEST_HEAD = 1024 * 1024;
/** Heads of small files that follow one another are read at once. */
const WINDOW_BYTES = 256 * 1024;
const MOST_FILES = 1_000_000;

/** Goes from head to head through a tar archive; the files themselves are not read. */
export async function readTar(file: OpenFile): Promise<TarDirectory> {
  const entries: TarEntry[] = [];
  const readAt = windowed(file);
  let said: Said = {};
  for (let at = 0; at < file.sizeBytes; ) {
    const head = await readAt(at, BLOCK);
    // Two empty blocks are the end, and one is taken for it.
    if (head.every((byte) => byte === 0)) break;
    if (head.byteLength < BLOCK) return { entries, problem: CUT_SHORT };
    const { isSound, name, size: stated, kind } = headOf(head);
    if (!isSound || entries.length >= MOST_FILES) return { entries, problem: damagedAt(at) };
    const size = said.size ?? stated;
    const offset = at + BLOCK;
    at = offset + Math.ceil(size / BLOCK) * BLOCK;
    if (OF_NEXT.has(kind)) {
      if (size > LONGEST_HEAD) return { entries, problem: damagedAt(offset) };
      const words = await readAt(offset, size);
      said = kind === 'x' ? { ...said, ...saidIn(words) } : kind === 'L' ? { ...said, name: endedByNul(words) } : said;
      continue;
    }
    const entry = { name: said.name ?? name, sizeBytes: size, offset };
    said = {};
    if (kind !== 'g' && kind !== '5')
      entries.push({ ...entry, refusal: refusalOf(kind, offset + size > file.sizeBytes) });
  }
  return { entries, problem: null };
}

/** What is said of the file that follows: its longer name, its larger size, what it links to. */
const OF_NEXT = new Set(['x', 'L', 'K']);

interface Said {
  readonly name?: string;
  readonly size?: number;
}

function refusalOf(kind: string, isCut: boolean): Refusal | null {
  if (kind === '1' || kind === '2') return LINK;
  if ('346'.includes(kind)) return NOT_A_FILE;
  if (!'07'.includes(kind)) return unsupported('It is stored in a way of its own kind of tar, which is not read');
  return isCut ? CUT_SHORT : null;
}

const LINK = skipped('link', 'A link; it was not followed');
const damagedAt = (at: number): Refusal =>
  failed('malformed', `The tar archive is damaged at byte ${at}: what follows was not read`);

function headOf(head: Buffer) {
  const own = textIn(head, 0, 100);
  const isUstar = head.toString('latin1', 257, 262) === 'ustar';
  // The GNU kind keeps times where others keep the folder.
  const folder = isUstar && head[262] === 0 ? textIn(head, 345, 155) : '';
  const stated = Number.parseInt(head.toString('latin1', 148, 156).replace(/[\0 ]+/g, ''), 8);
  const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  const size = numberIn(head, 124, 12);
  return {
    isSound: stated === sum && size !== null,
    name: folder === '' ? own : `${folder}/${own}`,
    size: size ?? 0,
    // Archives of the seventies say nothing, and end the names of folders as paths.
    kind: head[156] === 0 ? (own.endsWith('/') ? '5' : '0') : String.fromCharCode(head[156] ?? 0),
  };
}

/** Whether a file begins as tar archives do. */
export const isTar = (head: Buffer): boolean =>
  head.byteLength >= BLOCK && head.some((byte) => byte !== 0) && headOf(head.subarray(0, BLOCK)).isSound;

/** Octal digits, or bytes where those would not do. */
function numberIn(head: Buffer, at: number, length: number): number | null {
  if ((head[at] ?? 0) & 0x80) {
    const size = head.readUIntBE(at + length - 6, 6);
    return head.subarray(at + 1, at + length - 6).every((byte) => byte === 0) ? size : null;
  }
  const digits = head
    .toString('latin1', at, at + length)
    .replace(/[\0 ]+/g, ' ')
    .trim();
  return digits === '' ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function named(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const endedByNul = (bytes: Buffer): string => {
  const end = bytes.indexOf(0);
  return named(end < 0 ? bytes : bytes.subarray(0, end));
};
const textIn = (head: Buffer, at: number, length: number): string => endedByNul(head.subarray(at, at + length));

/** Lines of `LENGTH KEY=VALUE`, where the length is that of the whole line in bytes. */
function saidIn(words: Buffer): Said {
  const said: { name?: string; size?: number } = {};
  for (let at = 0; at < words.byteLength; ) {
    const length = Number.parseInt(words.toString('latin1', at, at + 20), 10);
    if (!(length > 0) || at + length > words.byteLength) break;
    const line = named(words.subarray(at, at + length - 1));
    const [, key, value = ''] = /^\d+ ([^=]+)=(.*)$/s.exec(line) ?? [];
    if (key === 'path') said.name = value;
    if (key === 'size' && /^\d{1,15}$/.test(value)) said.size = Number(value);
    at += length;
  }
  return said;
}

function windowed(file: OpenFile): OpenFile['readAt'] {
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  return async (position, length) => {
    if (position < start || position + length > start + window.byteLength) {
      window = await file.readAt(position, Math.max(length, WINDOW_BYTES));
      start = position;
    }
    return window.subarray(position - start, position - start + length);
  };
}
