/** What stands before an item of a list. */
export interface Mark {
  readonly isOrdered: boolean;
  /** Its number, 0 where it has none. */
  readonly number: number;
  /** Characters of the line that are the mark. */
  readonly length: number;
}

const BULLET = /^(?:[•‣▪▫■□◦●○∙·▶►➢➤✓✔❖]|[–—*-](?=\s))\s*(?=\S)/u;
const NUMBER = /^\(?(\d{1,2})[.)]\s+(?=\S)/;

/** The mark a line begins with; null where it begins with words. */
export function markOf(text: string): Mark | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { isOrdered: false, number: 0, length: bullet[0].length };
  const number = NUMBER.exec(text);
  return number ? { isOrdered: true, number: Number(number[1]), length: number[0].length } : null;
}
