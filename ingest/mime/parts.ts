import { cleanCharacters } from '../clean/characters.ts';
import { decode } from '../detect/charset.ts';
import { type Fields, fieldOf, readHead } from './fields.ts';
import { readParameters } from './parameters.ts';
import { decodeTransfer } from './transfer.ts';

/** A message, a saved page, or a piece of one. */
export interface Part {
  readonly fields: Fields;
  /** In small letters, without parameters: `text/html`. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Of a multipart, in order; what else a multipart holds is written for nobody. */
  readonly parts: readonly Part[];
  /** What it holds, still encoded for mail. */
  readonly raw: Uint8Array;
}

export interface Message extends Part {
  /** Whether parts were left unread: too many, or too deep within one another. */
  readonly isCut: boolean;
}

/** Deeper than anyone forwards. */
const MAX_DEPTH = 50;
/** More than any message has; what follows is left unread. */
const MAX_PARTS = 10_000;
const LONGEST_DELIMITER = 1_000;

interface Node extends Part {
  readonly parts: Node[];
  raw: Uint8Array;
  readonly start: number;
}

interface Open {
  readonly node: Node;
  readonly delimiter: string;
  /** The level the same delimiter had before. */
  readonly outer: number | undefined;
}

/** Takes a message apart, in one pass over its lines. What is cut off or broken gives the parts that are there. Linear. */
export function readMessage(bytes: Uint8Array): Message {
  const source = sourceOf(bytes);
  const open: Open[] = [];
  const levels = new Map<string, number>();
  let leaf: Node | null = null;
  let count = 0;
  let isCut = false;

  const levelOf = (line: string): number | undefined => levels.get(line) ?? levels.get(withoutDashes(line));
  /** Reads the head at a place, and returns where its body begins. */
  const begin = (at: number): number => {
    const within = open.at(-1)?.node;
    const head = readHead(source, at, (line) => levelOf(line.trimEnd()) !== undefined);
    const node = nodeOf(head.fields, head.end, within?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain');
    within?.parts.push(node);
    count++;
    leaf = node;
    const delimiter = node.type.startsWith('multipart/') ? delimiterOf(node, source) : null;
    if (delimiter === null) return head.end;
    if (open.length >= MAX_DEPTH) {
      isCut = true;
      leaf = null;
      return head.end;
    }
    open.push({ node, delimiter, outer: levels.get(delimiter) });
    levels.set(delimiter, open.length - 1);
    return head.end;
  };
  const endAt = (at: number) => {
    if (leaf) leaf.raw = bytes.subarray(leaf.start, Math.max(leaf.start, at));
    leaf = null;
  };

  let at = begin(0);
  const root = leaf as unknown as Node;
  for (let from = lineOfDashes(source, at); from >= 0; from = lineOfDashes(source, at)) {
    const newline = source.indexOf('\n', from);
    at = newline < 0 ? source.length : newline + 1;
    if (at - from > LONGEST_DELIMITER) continue;
    const line = source.slice(from, at).trimEnd();
    const level = levelOf(line);
    if (level === undefined) continue;
    endAt(from - (source[from - 2] === '\r' ? 2 : 1));
    if (count >= MAX_PARTS) {
      isCut = true;
      break;
    }
    const isLast = !levels.has(line);
    for (let closed = open.pop(); closed; closed = open.pop()) {
      if (open.length === level && !isLast) {
        open.push(closed);
        break;
      }
      if (closed.outer === undefined) levels.delete(closed.delimiter);
      else levels.set(closed.delimiter, closed.outer);
      if (open.length === level) break;
    }
    if (!isLast) at = begin(at);
  }
  endAt(source.length);
  return { ...root, isCut };
}

/** One character a byte, so that places in it are places in the bytes. Old systems end lines otherwise. */
function sourceOf(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return source.includes('\n') ? source : source.replaceAll('\r', '\n');
}

const withoutDashes = (line: string): string => (line.endsWith('--') ? line.slice(0, -2) : line);

/** The next line that begins as a delimiter does. */
function lineOfDashes(source: string, at: number): number {
  if (source.startsWith('--', at)) return at;
  const found = source.indexOf('\n--', at === 0 ? 0 : at - 1);
  return found < 0 ? -1 : found + 1;
}

function nodeOf(fields: Fields, start: number, fallback: string): Node {
  const { value, parameters } = readParameters(fieldOf(fields, 'content-type'));
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : fallback;
  return { fields, type, parameters, parts: [], raw: new Uint8Array(), start };
}

/** What stands between the parts: as stated, else the first line that looks like it. */
function delimiterOf({ parameters, start }: Node, source: string): string | null {
  const stated = parameters.get('boundary');
  if (stated !== undefined && stated !== '') return `--${Buffer.from(stated).toString('latin1').trimEnd()}`;
  const found = lineOfDashes(source, start);
  const line = found < 0 ? '' : (/^--[^\r\n]{1,200}(?=\r?\n)/.exec(source.slice(found, found + 210))?.[0] ?? '');
  return line.trimEnd() === '' ? null : line.trimEnd();
}

/** What a part holds. */
export const bytesOf = ({ raw, fields }: Part): Uint8Array =>
  decodeTransfer(raw, fieldOf(fields, 'content-transfer-encoding'));

/** What a part holds, as text: by the encoding it states, else by the look of it. */
export function textOf(part: Part): string {
  const charset = part.parameters.get('charset');
  const type = charset === undefined ? null : `${part.type};charset=${ALIASES[charset.toLowerCase()] ?? charset}`;
  return cleanCharacters(decode(bytesOf(part), type, part.type !== 'text/plain').text);
}

/** What mail programs call encodings that have other names on the web. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
};
