import { fold, lengthInLine, type PhraseKind, phraseAtEnd, phraseAtStart } from '../words/index.ts';

/** What a label says a date is, and the part of the text it takes. */
export interface Label {
  readonly kind: 'published' | 'updated';
  readonly start: number;
  readonly end: number;
}

const separator = /[|•·●;\n\t]|\s[-–—]\s/g;
const kinds = ['updated', 'published'] as const;
/** A label before other words is longer than this. */
const SHORTEST_AT_HEAD = 3;

/** The label of a date that follows `text`: at its end, or where its last part begins. */
export function labelBefore(text: string): Label | null {
  const from = [...text.matchAll(separator)].reduce((end, match) => {
    const after = match.index + match[0].length;
    return text.slice(after).trim() === '' ? end : after;
  }, 0);
  const part = text.slice(from);
  return moved(labelAtEnd(part) ?? labelAtHead(part), from);
}

/** `Published by the office`; `Le` of a name is no label. */
function labelAtHead(text: string): Label | null {
  const label = labelAtStart(text);
  return label === null || label.end - label.start > SHORTEST_AT_HEAD ? label : null;
}

/** The label of a date that `text` follows. */
export const labelAfter = (text: string): Label | null => labelAtStart(text);

const moved = (label: Label | null, by: number): Label | null =>
  label === null ? null : { ...label, start: label.start + by, end: label.end + by };

function labelAtStart(text: string): Label | null {
  const folded = fold(text);
  const [kind, length] = longest((each) => phraseAtStart(each, folded));
  if (length === 0) return null;
  const lead = text.length - text.replace(/^[^\p{L}\p{N}]+/u, '').length;
  return { kind, start: lead, end: lengthInLine(text, length) };
}

/** Small words of dates may stand between a label and its date. */
function labelAtEnd(text: string): Label | null {
  let folded = fold(text);
  for (let most = 4; most > 0 && folded !== ''; most--) {
    const [kind, length] = longest((each) => phraseAtEnd(each, folded));
    if (length > 0) {
      const start = lengthInLine(text, folded.slice(0, -length).trimEnd().length);
      return { kind, start, end: text.length };
    }
    const small = phraseAtEnd('dateWords', folded);
    if (small === 0) return null;
    folded = folded.slice(0, folded.length - small).trimEnd();
  }
  return null;
}

function longest(lengthOf: (kind: PhraseKind) => number): readonly [Label['kind'], number] {
  const [updated, published] = kinds.map(lengthOf) as [number, number];
  return updated >= published ? ['updated', updated] : ['published', published];
}
