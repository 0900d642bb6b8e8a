import { rawEnds, tagEnds } from './tag-end.ts';

/** How much work a page is, at a glance at its tags. */
export interface Shape {
  /** At most how deep elements lie within one another: what never closes is counted as open. */
  readonly depth: number;
  /** How many attributes the tag with most of them has, at most. */
  readonly attributes: number;
  /** Tags that open, and comments. */
  readonly elements: number;
  /** Characters that are no script and no long attribute. */
  readonly length: number;
}

/** A tree of more would take more memory and time than an article is worth. */
const MAX_ELEMENTS = 30_000;
const MAX_LENGTH = 3_000_000;

export const isTooLarge = ({ elements, length }: Shape): boolean => elements > MAX_ELEMENTS || length > MAX_LENGTH;

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Whether an element of this name holds nothing, and is not closed. */
export const isVoid = (name: string): boolean => VOID.has(name);

const LONG_TAG = 2_048;
const SLASH = '/'.charCodeAt(0);
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Goes from tag to tag, and does not read what lies between. Linear. */
export function shapeOf(html: string): Shape {
  const endOf = tagEnds(html, 0);
  const rawEnd = rawEnds(html);
  let open = 0;
  let svg = 0;
  let depth = 0;
  let attributes = 0;
  let elements = 0;
  let { length } = html;

  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html.charCodeAt(at + 1);
    if (next === SLASH) {
      if (open > 0) open--;
      if (svg > 0 && html.startsWith('/svg', at + 1)) svg--;
    } else if (isLetter(next)) {
      const name = nameAt(html, at + 1);
      const end = endOf(at + 1 + name.length);
      if (end.at < 0) break;
      elements++;
      attributes = Math.max(attributes, end.attributes);
      if (end.at - at > LONG_TAG) length -= end.at - at - LONG_TAG;
      if (name === 'svg') svg++;
      // Only drawings close what ends in a slash.
      if (!isVoid(name) && !(svg > 0 && html.charCodeAt(end.at - 1) === SLASH)) depth = Math.max(depth, ++open);
      const close =
        name === 'script' || name === 'style' ? rawEnd(`</${html.slice(at + 1, at + 1 + name.length)}`, end.at) : -1;
      if (close >= 0) length -= close - end.at;
      at = close < 0 ? end.at : close - 1;
    } else if (html.startsWith('<!--', at)) {
      const end = rawEnd('-->', at);
      elements++;
      if (end > 0) at = end;
    }
  }
  return { depth, attributes, elements, length };
}

const NAME = /[a-z][^\s/>]*/iy;

/** The name of the tag that begins at a place, in lower case. */
function nameAt(html: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(html)?.[0].toLowerCase() ?? '';
}
