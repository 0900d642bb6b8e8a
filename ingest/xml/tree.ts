import { type Handler, Parser } from 'htmlparser2';
import { type Declared, declaredIn, decodeEntities } from './entities.ts';

/** An element of an XML file. Names are kept as written, without their prefix: files of one format use many prefixes for the same thing. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  readonly prefix: string;
  /** What the prefix stands for here; null where the file does not say. */
  readonly namespace: string | null;
  /** By the name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Where its own source stands in the text: `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | string;

export interface XmlFile {
  readonly root: XmlElement;
  /** Everything at the top: what a server printed before the file itself stands beside its root. */
  readonly roots: readonly XmlElement[];
  /** The file ends in the middle of an element. */
  readonly isTruncated: boolean;
  /** Parts lay within one another so deep that they were left out. */
  readonly isCut: boolean;
}

/** Deeper than any format of news lies; what lies deeper is left out. */
const MAX_DEPTH = 256;
/** What goes on into depths like these is read no further: every level costs as much as all levels above it. */
const HOPELESS = 10_000;

interface XmlOptions {
  /** `html` for formats whose files name characters as web pages do, `&nbsp;`, although XML knows no such names. */
  readonly entities?: 'xml' | 'html';
  /** Names elements of which only the place counts: nothing that lies in them is kept. */
  readonly isClosed?: (name: string) => boolean;
}

/**
 * Reads XML as it comes: what is not well-formed is read as far as it goes. The five entities of XML and numbers are decoded, and no others
 * unless asked: nothing is expanded but names that stand for plain words, nothing is fetched.
 * @returns null when there is no element in it
 */
export function readXml(text: string, options: XmlOptions = {}): XmlFile | null {
  return new Reading(text, options).file();
}

/** One text on its way to a tree: the parser tells it what it meets. */
class Reading implements Partial<Handler> {
  readonly #text: string;
  readonly #isOfHtml: boolean;
  readonly #isClosed: (name: string) => boolean;
  readonly #declared: Declared | undefined;
  readonly #parser: Parser;
  readonly #top: Open[] = [];
  readonly #stack: Open[] = [];
  /** How many elements are open that are not kept. */
  #unkept = 0;
  #isCut = false;
  #isTruncated = false;
  #isAtEnd = false;
  #isInCdata = false;

  constructor(text: string, { entities = 'xml', isClosed = () => false }: XmlOptions) {
    this.#text = text;
    this.#isOfHtml = entities === 'html';
    this.#isClosed = isClosed;
    this.#declared = this.#isOfHtml ? declaredIn(text) : undefined;
    this.#parser = new Parser(this, { xmlMode: true, decodeEntities: !this.#isOfHtml });
  }

  file(): XmlFile | null {
    this.#parser.write(this.#text);
    this.#isAtEnd = true;
    this.#parser.end();
    const roots = this.#top;
    const root = roots[0];
    return root ? { root, roots, isTruncated: this.#isTruncated, isCut: this.#isCut } : null;
  }

  onopentag(written: string, stated: Readonly<Record<string, string>>): void {
    const parent = this.#stack.at(-1);
    const isTooDeep = this.#stack.length >= MAX_DEPTH;
    if (this.#unkept > 0 || isTooDeep || (parent && this.#isClosed(parent.name))) {
      this.#unkept++;
      this.#isCut ||= isTooDeep;
      if (this.#unkept > HOPELESS) this.#parser.pause();
      return;
    }
    const attributes = this.#isOfHtml ? this.#decodedAttributes(stated) : stated;
    const spaces = spacesOf(attributes, parent?.spaces ?? XML);
    const [prefix, name] = split(written);
    const element: Open = {
      ...{ name, prefix, attributes, spaces, children: [], start: this.#parser.startIndex, end: this.#text.length },
      namespace: spaces[prefix] ?? null,
    };
    (parent ? parent.children : this.#top).push(element);
    this.#stack.push(element);
  }

  ontext(written: string): void {
    const part = this.#isOfHtml && !this.#isInCdata ? decodeEntities(written, this.#declared) : written;
    const element = this.#stack.at(-1);
    const children = this.#unkept > 0 || !element || this.#isClosed(element.name) ? undefined : element.children;
    const last = children?.at(-1);
    if (typeof last === 'string') children?.splice(-1, 1, last + part);
    else children?.push(part);
  }

  oncdatastart(): void {
    this.#isInCdata = true;
  }

  oncdataend(): void {
    this.#isInCdata = false;
  }

  onclosetag(_: string, isImplied: boolean): void {
    if (this.#unkept > 0) {
      this.#unkept--;
      return;
    }
    const element = this.#stack.pop();
    if (element && !this.#isAtEnd) element.end = this.#parser.endIndex + 1;
    this.#isTruncated ||= isImplied && this.#isAtEnd;
  }

  #decodedAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    if (!hasSome(attributes, isEncoded)) return attributes;
    const decoded = Object.entries(attributes).map(([name, value]) => [name, decodeEntities(value, this.#declared)]);
    return Object.fromEntries(decoded);
  }
}

const isEncoded = (_: string, value: string): boolean => value.includes('&');

interface Open {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly spaces: Spaces;
  readonly children: (Open | string)[];
  readonly start: number;
  end: number;
}

/** What prefixes stand for. */
type Spaces = Readonly<Record<string, string>>;

const XML: Spaces = { xml: 'http://www.w3.org/XML/1998/namespace' };

function spacesOf(attributes: Readonly<Record<string, string>>, around: Spaces): Spaces {
  if (!hasSome(attributes, isSpace)) return around;
  const stated = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
  });
  return { ...around, ...Object.fromEntries(stated) };
}

const isSpace = (name: string): boolean => name.startsWith('xmlns');

/** Nearly every element has none: no list is made to find that out. */
function hasSome(attributes: Readonly<Record<string, string>>, is: (name: string, value: string) => boolean): boolean {
  for (const name in attributes) if (is(name, attributes[name] ?? '')) return true;
  return false;
}

function split(written: string): readonly [prefix: string, name: string] {
  const colon = written.indexOf(':');
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}
