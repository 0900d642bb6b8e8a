import type { Usage } from '../../../../contract/model.ts';
import { embargoDate } from '../dates.ts';
import { saysCorrection, usageOf } from '../usage.ts';

/** Stands alone or at the head of an advisory; in a text it is an ordinary word. */
const KILL =
  /^\W*(?:(?:eds?|editors?|note|attention|achtung|bulletin|urgent|mandatory)\W+){0,3}(?:please\s+)?(?:kill|withdraw(?:n|al)?|retraction|annul(?:ation|é|ée|e)|anulaci[oó]n|anulado|zur[üu]ckgezogen|zur[üu]ckziehung|r[üu]ckzug|storno)(?![\p{L}])/iu;
const KILLED =
  /\b(?:(?:must|should|has|have|is|was|are|been) (?:be(?:en)? )?(?:killed|withdrawn|retracted)|mandatory kill|kill (?:the )?(?:story|item|report)|please (?:kill|withdraw)|(?:wird|ist|wurde) (?:hiermit )?zur[üu]ckgezogen|est annulée?|queda anulad[ao])/iu;
const EMBARGO =
  /^\W*(?:(?:eds?|editors?|note)\W+)?(?:embargo(?:ed)?|hold for release|not for (?:publication|release|use) (?:before|until)|sperrfrist|sous embargo)(?:\s+(?:for release|until|till|bis|jusqu['’]au|hasta))?\s*[:–—-]?\s*(.*)$/iu;
const ADVISORY =
  /^\W{0,2}(?:eds?|editors?|note to editors?|attention|achtung|advisory|hinweis|adds|updates|recasts|with)\b.{0,30}?[:.]/iu;

const MOST_LOOKED_AT = 300;

/** What lines above a story say of its use. */
export interface Advice {
  readonly usage: Usage;
  readonly isKill: boolean;
}

/** Whether a line is meant for those who use the story, and no part of it. */
export const isAdvisory = (line: string): boolean =>
  ADVISORY.test(line) || EMBARGO.test(line) || KILL.test(line) || saysCorrection(line);

/**
 * @param keywords the lines that name the story
 * @param advisories what is said to its users
 * @param opening the first paragraph, which a kill consists of
 */
export function adviceOf(
  keywords: readonly string[],
  advisories: readonly string[],
  opening: string,
  revision: number | null,
): Advice {
  const start = opening.slice(0, MOST_LOOKED_AT);
  const isKill =
    keywords.some((line) => /(?:^|[\s,/-])KILL(?:$|[\s,/])|,\s*kill\b/.test(line) || KILL.test(line)) ||
    advisories.some((line) => KILL.test(line) || KILLED.test(line)) ||
    KILL.test(start) ||
    (ADVISORY.test(start) && KILLED.test(start));
  const embargo = [...keywords, ...advisories].map((line) => EMBARGO.exec(line)).find((found) => found !== null);
  const usage = usageOf({
    status: isKill ? 'canceled' : embargo ? 'embargoed' : 'usable',
    embargoedUntil: isKill || !embargo ? null : embargoDate(dateIn(embargo[1] ?? '')),
    notes: isKill ? [...advisories, opening] : advisories,
    revision,
    isCorrection:
      [...keywords, ...advisories].some(saysCorrection) || keywords.some((line) => /,\s*correct/i.test(line)),
  });
  return { usage, isKill };
}

/** `0600 GMT, March 4, 2026`: digits alone are a time only in front of what says so. */
const dateIn = (text: string): string =>
  text
    .replace(/\b(\d{2})\.?(\d{2})(?=\s*(?:GMT|UTC|CET|CEST|EST|EDT|PST|PDT|Uhr|h\b))/gi, '$1:$2')
    .replace(/\bUhr\b/gi, '');

/** The story a kill or a correction speaks of, by the letters and number of its heading: `dpa 0061`. */
export function referredTo(text: string, letters: readonly string[]): string | null {
  for (const name of letters) {
    const [, number] = new RegExp(`(?<![\\p{L}\\d])${name}[\\s-]?0*(\\d{1,4})(?!\\d)`, 'iu').exec(text) ?? [];
    if (number !== undefined) return `${name.toLowerCase()}:${number}`;
  }
  return null;
}
