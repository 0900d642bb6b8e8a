import { countWords } from '../../../normalise/words-of.ts';
import { fold } from '../../text/words/index.ts';
import { isElement, type PageDocument, type PageElement } from '../dom.ts';
import { words } from './facts.ts';

/** What stands between a headline and the name of its site. */
const SEPARATOR =
  /\s+[|│•·»›«‹>~:/\\–—-]+\s+|\s*[|│｜•»›]\s*|\s*::\s*|\s*[–—]\s+(?=\S+$)|[_]{1,2}(?=\S+$)|[-_](?=\p{Lo}{2,8}$)/gu;
const LONGEST = 300;

export interface TitleSources {
  /** The most trusted first. */
  readonly stated: readonly (string | null | undefined)[];
  readonly siteName: string | null;
  readonly host: string | null;
}

/** The headline as the page shows it: one of its headings if it agrees with what is stated, without the name of the site. */
export function titleOf(document: PageDocument, { stated, siteName, host }: TitleSources): string | null {
  const headings = headingsIn(document);
  const shown = new Map(
    headings.flatMap(({ text, whole }) => [[fold(whole), text] as const, [fold(text), text] as const]),
  );
  const tab = words(document.querySelector('title')?.textContent);
  const candidates = [...stated, tab]
    .map((title) => words(title)?.slice(0, LONGEST) ?? null)
    .filter((title) => title !== null);
  const isSite = siteTest(siteName, host);
  const endIn = (candidate: string): string | undefined =>
    headings.find(({ text, level }) => level === 1 && !isSite(text) && isEndOf(fold(text), fold(candidate)))?.text;
  for (const candidate of candidates) {
    const bare = withoutSite(candidate, isSite);
    const parts = candidate.split(SEPARATOR).toSorted((a, b) => b.length - a.length);
    const headingOf = (texts: readonly string[]) =>
      texts.map((text) => shown.get(fold(text))).find((text) => text !== undefined && !isSite(text));
    const exact = headingOf([candidate, bare]);
    if (exact !== undefined) return exact;
    const [part, end] = [headingOf(parts), endIn(candidate)];
    // A headline with a sign in it that also stands before names of sites.
    if (part !== undefined) return end && end.length > part.length ? end : part;
  }
  // A heading may begin with what stands above the headline.
  for (const candidate of candidates) {
    const bare = withoutSite(candidate, isSite);
    const folded = fold(bare);
    if (
      headings.some(
        ({ text, level }) =>
          level === 1 && folded.length >= 20 && fold(text).endsWith(folded) && fold(text).length <= folded.length * 2,
      )
    )
      return bare;
  }
  // A heading that what is stated begins or ends with is the headline, the rest is the site's.
  for (const candidate of candidates) {
    const end = endIn(candidate);
    if (end !== undefined) return end;
  }
  const [first] = candidates;
  const only = headings.filter(({ level, text }) => level === 1 && !isSite(text));
  if (first === undefined || isSite(withoutSite(first, isSite))) return only[0]?.text ?? first ?? null;
  if (first === tab && only.length === 1) return only[0]?.text ?? null;
  return withoutSite(first, isSite, first === tab);
}

const isEndOf = (part: string, whole: string): boolean =>
  part.length >= 10 && part.length * 4 >= whole.length && (whole.startsWith(part) || whole.endsWith(part));

interface Heading {
  readonly text: string;
  /** With what stands above it inside the same element. */
  readonly whole: string;
  readonly level: number;
}

function headingsIn(document: PageDocument): readonly Heading[] {
  const headings: Heading[] = [];
  for (const level of [1, 2, 3])
    for (const heading of [...document.getElementsByTagName(`h${level}`)].slice(0, 40)) {
      const whole = words(heading.textContent);
      if (whole !== null && whole.length <= LONGEST)
        headings.push({ text: bareHeading(heading) ?? whole, whole, level });
    }
  return headings;
}

/** What stands above or below a headline inside of it, in the words pages name it with. */
const BESIDE =
  /kicker|eyebrow|overline|topline|roofline|dachzeile|suptitle|supertitle|pretitle|sub-?title|sub-?line|sub-?head|(?:^|[\s_-])(?:label|prefix|badge)(?:$|[\s_-])/i;
const NO_WORDS = /^(?:small|style|script|svg|button)$/;
const DEPTH = 4;

/** A headline without what stands above and below it, where the page names that. */
const bareHeading = (heading: PageElement): string | null => words(bareText(heading, 0));

function bareText(element: PageElement, depth: number): string {
  let text = '';
  for (const node of element.childNodes) {
    if (!isElement(node) || depth >= DEPTH) text += node.textContent;
    else if (!NO_WORDS.test(node.localName) && !BESIDE.test(node.getAttribute('class') ?? ''))
      text += bareText(node, depth + 1);
  }
  return text;
}

/** Whether words are the name of the site, as it is stated or as its host spells it. */
export function siteTest(siteName: string | null, host: string | null): (text: string) => boolean {
  const name = fold(siteName ?? '');
  const label =
    host
      ?.replace(/^www\./, '')
      .split('.')
      .slice(0, -1)
      .join('') ?? '';
  const letters = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return (text) => {
    const folded = fold(text);
    if (folded === '') return true;
    if (name !== '' && (folded === name || letters(folded) === letters(name))) return true;
    const plain = letters(text);
    const hostLetters = letters(host?.replace(/^www\./, '') ?? '');
    return plain.length >= 3 && (plain === letters(label) || plain === hostLetters);
  };
}

/** Takes the site's name off either end; with `isTab`, where only tabs say it, also what looks like one. */
function withoutSite(title: string, isSite: (text: string) => boolean, isTab = false): string {
  const breaks = [...title.matchAll(SEPARATOR)];
  for (const { index, 0: sign } of breaks) {
    if (isSite(title.slice(index + sign.length))) return title.slice(0, index).trim() || title;
  }
  for (const { index, 0: sign } of breaks.toReversed()) {
    if (isSite(title.slice(0, index))) return title.slice(index + sign.length).trim() || title;
  }
  const last = breaks.at(-1);
  const isBar = last !== undefined && /[|│｜»]|::/.test(last[0]);
  if (!last || !(isTab || isBar)) return title;
  const [before, after] = [title.slice(0, last.index), title.slice(last.index + last[0].length)];
  // A name is short beside a headline.
  const [long, short] = [countWords(before), countWords(after)];
  const isName = isBar ? short <= 6 && long >= 3 : short <= 4 && after.length * 2 < before.length && long >= 3;
  return isName && !/^\d/.test(after) ? before.trim() : title;
}
