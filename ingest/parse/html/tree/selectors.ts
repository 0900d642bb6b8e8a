import type { PageElement } from '../dom.ts';

export type Matcher = (element: PageElement) => boolean;

/** The whole of what is understood: names, classes, attributes, `:not`, and elements in or directly in others. */
const PART =
  /\s*(,)\s*|\s*(>)\s*|(\s+)|\*|([a-z][\w-]*)|\.([\w-]+)|:not\(([^)]+)\)|\[((?:\\:|[\w:-])+)(?:([~*^$]?=)"?([^"\]]*)"?(?:\s+(i))?)?\]/iy;

/** Attributes of HTML whose values mean the same in any case. */
const ANY_CASE = new Set(['type', 'rel', 'lang', 'dir', 'media', 'align', 'target', 'method']);

/** Selectors are few and stand in the code: each is read once. */
const known = new Map<string, Matcher>();

/** Whether an element is one that a selector means. */
export function matcherOf(selectors: string): Matcher {
  let matcher = known.get(selectors);
  if (!matcher) {
    matcher = read(selectors);
    known.set(selectors, matcher);
  }
  return matcher;
}

/** What must be true of an element, and of what it stands in. */
interface Reading {
  name: string | null;
  tests: Matcher[];
  around: Matcher | null;
}

function read(selectors: string): Matcher {
  const names = new Set<string>();
  const others: Matcher[] = [];
  let reading: Reading = { name: null, tests: [], around: null };
  const inside = (isIn: (element: PageElement, around: Matcher) => boolean) => {
    const around = whole(reading);
    reading = { name: null, tests: [], around: (element) => isIn(element, around) };
  };
  const end = () => {
    const { name, tests, around } = reading;
    if (name !== null && tests.length === 0 && around === null) names.add(name);
    else others.push(whole(reading));
    reading = { name: null, tests: [], around: null };
  };

  const part = new RegExp(PART);
  while (part.lastIndex < selectors.length) {
    const at = part.lastIndex;
    const found = part.exec(selectors);
    if (!found) throw new SyntaxError(`No selector that is understood: ${selectors.slice(at)}`);
    const [, comma, child, space, name, className, not, attribute, sign, value = '', flag] = found;
    if (comma) end();
    else if (child) inside(isChildOf);
    else if (space) inside(isWithin);
    else if (name) reading.name = name.toLowerCase();
    else if (className) reading.tests.push((element) => hasWord(element.getAttribute('class'), className));
    else if (not) {
      const matcher = matcherOf(not);
      reading.tests.push((element) => !matcher(element));
    } else if (attribute)
      reading.tests.push(attributeTest(attribute.replace('\\', ''), sign, value, flag !== undefined));
  }
  end();
  if (others.length === 0) return ({ localName }) => names.has(localName);
  const isOther: Matcher = (element) => others.some((matches) => matches(element));
  return names.size === 0 ? isOther : (element) => names.has(element.localName) || isOther(element);
}

function whole({ name, tests, around }: Reading): Matcher {
  const [only] = tests;
  if (only && tests.length === 1 && name === null && around === null) return only;
  return (element) =>
    (name === null || element.localName === name) &&
    tests.every((test) => test(element)) &&
    (around === null || around(element));
}

const isChildOf = ({ parentElement }: PageElement, matches: Matcher): boolean =>
  parentElement !== null && matches(parentElement);

function isWithin(element: PageElement, matches: Matcher): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (matches(at)) return true;
  return false;
}

function attributeTest(name: string, sign: string | undefined, wanted: string, isAnyCase: boolean): Matcher {
  const fits = sign === undefined ? undefined : FITS[sign];
  if (!fits) return (element) => element.hasAttribute(name);
  const isFolded = isAnyCase || ANY_CASE.has(name);
  const value = isFolded ? wanted.toLowerCase() : wanted;
  return (element) => {
    const stated = element.getAttribute(name);
    return stated !== null && fits(isFolded ? stated.toLowerCase() : stated, value);
  };
}

const FITS: Readonly<Record<string, (stated: string, wanted: string) => boolean>> = {
  '=': (stated, wanted) => stated === wanted,
  '~=': (stated, wanted) => hasWord(stated, wanted),
  '*=': (stated, wanted) => stated.includes(wanted),
  '^=': (stated, wanted) => stated.startsWith(wanted),
  '$=': (stated, wanted) => stated.endsWith(wanted),
};

/** Whether a word stands in a list of them, with space around each. */
function hasWord(list: string | null, word: string): boolean {
  if (list === null) return false;
  for (let at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
    const end = at + word.length;
    if ((at === 0 || isSpace(list, at - 1)) && (end === list.length || isSpace(list, end))) return true;
  }
  return false;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));
