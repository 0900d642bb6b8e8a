import type { Marked } from './marked.ts';
import { hasPhrase } from './words/index.ts';

const ITEM_MARK = /^(?:[•‣▪■◦●·・*◆►–—-]|\(?\d{1,2}[.)])\s*\S/;
const RIGHTS_SIGN = /^[©ⓒⒸ]\s?(?!\D{0,60}(?:19|20)\d\d)/u;
const CREDIT_WIDTH = 70;
/** So much prose follows a picture in a story, and nothing like it a copyright line. */
const PROSE_BEHIND = 150;

/** Marks again what only its neighbours tell apart: items that read as buttons, credits that read as rights. */
export function withNeighbours(units: readonly Marked[]): readonly Marked[] {
  const lastProse = units.findLastIndex(({ kind, width }) => kind === 'prose' && width >= PROSE_BEHIND);
  return units.map((unit, at) => {
    if (unit.kind === 'copyright' && at < lastProse && isCredit(unit)) {
      return { ...unit, kind: 'caption', caption: { kind: 'caption', text: unit.text, isCreditAlone: true } };
    }
    if (unit.kind !== 'item' && unit.kind !== 'prose' && isListed(units, at)) return { ...unit, kind: 'item' };
    return unit;
  });
}

/** `© Some Agency / Jane Doe` above more of the story: whose the picture is. */
const isCredit = ({ text, width, folded }: Marked): boolean =>
  width <= CREDIT_WIDTH && RIGHTS_SIGN.test(text) && !hasPhrase('rights', folded);

/** Whether a line is marked as the items right above or below it are. */
function isListed(units: readonly Marked[], at: number): boolean {
  const unit = units[at] as Marked;
  if (!ITEM_MARK.test(unit.text)) return false;
  const above = unit.gap === 0 ? units[at - 1] : undefined;
  const below = units[at + 1]?.gap === 0 ? units[at + 1] : undefined;
  return [above, below].some((other) => other?.kind === 'item' && other.text.charAt(0) === unit.text.charAt(0));
}
