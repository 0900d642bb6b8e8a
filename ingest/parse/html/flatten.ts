import { isVoid, type Shape } from './shape.ts';

/** Deeper than pages are laid out; what walks a tree takes longer with each level. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 100;
/** An element is closed by its name if it was opened not long before. */
const REACH = 200;
const ATTRIBUTE = /[^\s=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?/g;

/**
 * A page whose elements do not lie deeper within one another, and have no more attributes, than a tree of it can be walked.
 * Words are kept: elements that are too deep lose their tags only. Linear.
 */
export const flatten = (html: string, { depth, attributes }: Shape): string =>
  depth > MAX_DEPTH || attributes > MAX_ATTRIBUTES ? rewrite(html) : html;

/** The tags of a page: raw elements and comments whole, as nothing in them is a tag. */
const TAG = /<!--|<(script|style|textarea|title)\b[^>]*>|<(\/?)([a-z][^\s/>]*)([^>]*)>/gi;

function rewrite(html: string): string {
  const written: string[] = [];
  /** Names of what is open; a name in capitals has been left out. */
  const open: string[] = [];
  let depth = 0;
  let from = 0;
  const pattern = new RegExp(TAG);
  /** Words of blocks that are too deep stay apart. */
  const leaveOut = () => {
    if (written.at(-1) !== ' ') written.push(' ');
  };
  const passOver = (to: number) => {
    written.push(html.slice(from, to));
    from = to;
    pattern.lastIndex = to;
  };

  for (let tag = pattern.exec(html); tag; tag = pattern.exec(html)) {
    const [whole, raw, slash, stated = '', rest = ''] = tag;
    if (raw !== undefined || whole === '<!--') {
      const end = endOf(html, raw, pattern.lastIndex);
      if (end < 0) break;
      passOver(end);
      continue;
    }
    if (tag.index > from) written.push(html.slice(from, tag.index));
    from = pattern.lastIndex;
    const name = stated.toLowerCase();
    if (isVoid(name)) {
      written.push(capped(whole, stated, rest));
    } else if (slash === '') {
      const isKept = depth < MAX_DEPTH;
      open.push(isKept ? name : name.toUpperCase());
      if (isKept) depth++;
      if (isKept) written.push(capped(whole, stated, rest));
      else leaveOut();
    } else {
      const at = lastOf(open, name);
      if (at < 0) continue;
      const closed = open.splice(at);
      const kept = closed.filter((each) => each === each.toLowerCase()).length;
      depth -= kept;
      if (closed[0] === name) written.push(whole);
      else leaveOut();
    }
  }
  written.push(html.slice(from));
  return written.join('');
}

function endOf(html: string, raw: string | undefined, from: number): number {
  if (raw === undefined) {
    const end = html.indexOf('-->', from);
    return end < 0 ? -1 : end + '-->'.length;
  }
  // Names of tags are written one way within a page. Its end belongs to it: nothing that is open would be closed by it.
  const closing = html.indexOf(`</${raw}`, from);
  const end = closing < 0 ? -1 : html.indexOf('>', closing);
  return end < 0 ? -1 : end + 1;
}

function lastOf(open: readonly string[], name: string): number {
  const left = name.toUpperCase();
  for (let at = open.length - 1; at >= Math.max(0, open.length - REACH); at--)
    if (open[at] === name || open[at] === left) return at;
  return -1;
}

/** A tag with its first attributes. */
function capped(whole: string, name: string, rest: string): string {
  if (rest.length < MAX_ATTRIBUTES * 2) return whole;
  const attributes: string[] = [];
  for (const [attribute] of rest.matchAll(ATTRIBUTE)) if (attributes.push(attribute) > MAX_ATTRIBUTES) break;
  return attributes.length <= MAX_ATTRIBUTES ? whole : `<${name} ${attributes.slice(0, MAX_ATTRIBUTES).join(' ')}>`;
}
