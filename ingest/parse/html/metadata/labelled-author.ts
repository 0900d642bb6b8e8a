import { areNames, bareByline } from '../../text/byline.ts';
import { endsSentence, wordsOf } from '../../text/shapes.ts';
import { fold, isPhrase, lengthInLine, phraseAtStart } from '../../text/words/index.ts';
import { words } from './facts.ts';
import type { ShownLine } from './shown-lines.ts';

const LONGEST_LABEL = 24;
const LONGEST_NAME = 50;
const LONGEST_LINE = 100;

/** The name behind a label, where it is no line of the usual kind: a link of any name, or alone on the next line. */
export const namedBehindLabel = (line: ShownLine, isNear: boolean): string | null =>
  linkBehind(line) ?? onNextLine(line, isNear);

/** `by oz on 4 December`, where `oz` is a link. */
function linkBehind({ text, block }: ShownLine): string | null {
  if (text.length > LONGEST_LINE || endsSentence(text)) return null;
  const label = phraseAtStart('by', fold(text));
  if (label === 0) return null;
  const rest = text.slice(lengthInLine(text, label)).replace(/^\s*[:：]?\s*/, '');
  const name = [...block.querySelectorAll('a')].map((link) => words(link.textContent)).find((link) => link !== null);
  return name && name.length <= LONGEST_NAME && rest.startsWith(name) && wordsOf(name).length <= 3 ? name : null;
}

/** `Author:` and below it the name. Links are languages and pages, not labels. */
function onNextLine({ text, linked, next }: ShownLine, isNear: boolean): string | null {
  if (!isLabel(text) || (!isMarked(text) && (linked > 0 || !isNear))) return null;
  const line = next.find((each) => !isLabel(each.text));
  if (!line || line.text.length > LONGEST_LINE) return null;
  const names = bareByline(line.text, fold(line.text));
  if (names !== null && areNames(names)) return names;
  const isName = line.text.length <= LONGEST_NAME && !/[:：]|\d{4}|^\d+\s/.test(line.text) && !endsSentence(line.text);
  return isName && (isMarked(text) || line.linked > 0) ? line.text : null;
}

const isMarked = (text: string): boolean => /[:：]$/.test(text);

const isLabel = (text: string): boolean =>
  text.length <= LONGEST_LABEL && isPhrase('by', fold(text.replace(/\(.{1,4}\)|\/\w+|[:：]/g, '')));
