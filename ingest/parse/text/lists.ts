import type { Block } from '../../types.ts';
import type { Marked } from './marked.ts';
import { endsSentence } from './shapes.ts';

const BULLET = /^[•‣▪■◦●·・◆►*]\s*(?=\S)/;
const DASH = /^[–—-]\s+(?=\S)/;
const NUMBER = /^\(?(\d{1,2})[.)]\s+(?=\S)|^([①-⑳])\s*(?=\S)/;

export interface ListFound {
  readonly block: Block;
  readonly end: number;
}

/** The list that begins at a unit: two items at least, marked alike. Numbers run on from one; speech after a dash is no item. */
export function listAt(units: readonly Marked[], at: number): ListFound | null {
  const first = units[at]?.text ?? '';
  if (BULLET.test(first)) return marked(units, at, BULLET, false);
  if (DASH.test(first)) return isSpeech(units, at) ? null : marked(units, at, DASH, false);
  return numberOf(first) === 1 ? marked(units, at, NUMBER, true) : null;
}

function marked(units: readonly Marked[], at: number, mark: RegExp, isOrdered: boolean): ListFound | null {
  const items: string[] = [];
  let end = at;
  for (; end < units.length; end++) {
    const text = units[end]?.text ?? '';
    if (!mark.test(text) || (isOrdered && numberOf(text) !== items.length + 1)) break;
    items.push(text.replace(mark, ''));
  }
  return items.length >= 2 ? { block: { kind: 'list', isOrdered, items }, end } : null;
}

function numberOf(text: string): number {
  const found = NUMBER.exec(text);
  if (found?.[2]) return found[2].charCodeAt(0) - 0x245f;
  return found?.[1] ? Number(found[1]) : 0;
}

/** Dialogue is set with dashes as well: whole sentences, each a paragraph, beginning with a capital. */
function isSpeech(units: readonly Marked[], at: number): boolean {
  const unit = units[at] as Marked;
  const next = units[at + 1];
  if (!next || !DASH.test(next.text)) return true;
  if (!isSpoken(unit.text) && !isSpoken(next.text)) return false;
  if (next.gap > 0) return true;
  const previous = units[at - 1];
  if (previous && /[:：]$/.test(previous.text) && !/^[–—-]\s+["“„«]/u.test(unit.text)) return false;
  return !unit.text.startsWith('-') && isSpoken(unit.text);
}

/** Begins and ends as a sentence does. */
function isSpoken(text: string): boolean {
  const bare = text.replace(DASH, '');
  return endsSentence(bare) && /^["“„«]?(?:\p{Lu}|\p{Lo})/u.test(bare);
}
