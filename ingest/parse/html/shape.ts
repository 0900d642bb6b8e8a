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
const SPACE = ' '.charCodeAt(0);
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Goes from tag to tag without reading what lies between. Linear. */
export function shapeOf(html: string): Shape {
  let open = 0;
  let depth = 0;
  let attributes = 0;
  let elements = 0;
  let { length } = html;
  let isCommentEnded = true;

  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html.charCodeAt(at + 1);
    if (next === SLASH) {
      if (open > 0) open--;
    } else if (isLetter(next)) {
      const end = html.indexOf('>', at);
      if (end < 0) break;
      elements++;
      if (end - at > LONG_TAG) {
        attributes = Math.max(attributes, spacesIn(html, at, end));
        length -= end - at - LONG_TAG;
      }
      const name =
        html
          .slice(at + 1, Math.min(end, at + 8))
          .toLowerCase()
          .split(/[\s/]/)[0] ?? '';
      if (!isVoid(name)) depth = Math.max(depth, ++open);
      if (name === 'script' || name === 'style') {
        const close = html.indexOf(`</${html.slice(at + 1, at + 1 + name.length)}`, end);
        if (close < 0) continue;
        length -= close - end;
        at = close - 1;
      } else if (end - at > LONG_TAG) at = end;
    } else if (isCommentEnded && html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      isCommentEnded = end >= 0;
      elements++;
      if (end > 0) at = end;
    }
  }
  return { depth, attributes, elements, length };
}

function spacesIn(html: string, start: number, end: number): number {
  let spaces = 0;
  for (let at = start; at < end; at++) if (html.charCodeAt(at) <= SPACE) spaces++;
  return spaces;
}
