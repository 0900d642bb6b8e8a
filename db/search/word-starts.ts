/** How many letters the index of beginnings holds: fewer are matched otherwise, more are few enough to be looked up one by one. */
export const START_LENGTH = 3;

/** Marks the beginnings of title words. A private character: the tokeniser counts it as a letter and no text holds it. */
export const TITLE_MARK = '\u{e000}';

/** What the index of beginnings is given for an article: each beginning once. Takes folded text. */
export function wordStarts(title: string, rest: string): string {
  const starts = new Set<string>();
  for (const start of startsIn(title)) {
    starts.add(start);
    starts.add(TITLE_MARK + start);
  }
  for (const start of startsIn(rest)) starts.add(start);
  return [...starts].join(' ');
}

const WORD_START = /(?<![\p{L}\p{N}\p{Co}])[\p{L}\p{N}\p{Co}]{3}/gu;

const startsIn = (folded: string): readonly string[] => folded.match(WORD_START) ?? [];
