import { openElements } from './open-elements.ts';
import { isTooLarge, isVoid, type Shape, shapeOf } from './shape.ts';
import { rawEnds, tagEnds } from './tag-end.ts';

/** Deeper than pages are laid out; what walks a tree takes longer with each level. */
const MAX_DEPTH = 128;
const MAX_ATTRIBUTES = 100;

/** A page that a tree can be made of, and whether it is too large for one all the same. */
export function flattened(page: string): { readonly source: string; readonly isTooLarge: boolean } {
  const shape = shapeOf(page);
  const source = flatten(page, shape);
  return { source, isTooLarge: isTooLarge(source === page ? shape : shapeOf(source)) };
}

/**
 * A page whose elements do not lie deeper within one another, and have no more attributes, than a tree of it can be walked.
 * Words are kept: elements that are too deep lose their tags only. Linear.
 */
export const flatten = (html: string, { depth, attributes }: Shape): string =>
  depth > MAX_DEPTH || attributes > MAX_ATTRIBUTES ? rewrite(html) : html;

/** Where tags and comments begin. What holds no tags is passed over whole. */
const TAG = /<!--|<(\/?)([a-z][^\s/>]*)/gi;
const RAW = /^(?:script|style|textarea|title)$/;

function rewrite(html: string): string {
  const written: string[] = [];
  const elements = openElements();
  const endOf = tagEnds(html, MAX_ATTRIBUTES);
  const rawEnd = rawEnds(html);
  const pattern = new RegExp(TAG);
  let from = 0;
  const write = (to: number) => {
    if (to > from) written.push(html.slice(from, to));
    from = to;
    pattern.lastIndex = to;
  };
  /** Words of blocks that are too deep stay apart. */
  const leaveOut = (to: number) => {
    if (written.at(-1) !== ' ') written.push(' ');
    from = to;
    pattern.lastIndex = to;
  };

  for (let tag = pattern.exec(html); tag; tag = pattern.exec(html)) {
    const [sign, slash, stated] = tag;
    write(tag.index);
    if (stated === undefined) {
      const end = rawEnd('-->', from + sign.length);
      if (end < 0) break;
      write(end + '-->'.length);
      continue;
    }
    const name = stated.toLowerCase();
    const { at, cut } = endOf(tag.index + sign.length);
    if (at < 0) break;
    if (slash !== '') {
      const wasKept = elements.close(name);
      if (wasKept || (wasKept === null && isVoid(name))) write(at + 1);
      else leaveOut(at + 1);
      continue;
    }
    const isAlone = isVoid(name) || (html[at - 1] === '/' && elements.isIn('svg'));
    if (!isAlone) elements.begin(name);
    const isKept = isAlone || elements.depth < MAX_DEPTH;
    if (!isKept) leaveOut(at + 1);
    else if (cut < 0) write(at + 1);
    else {
      write(cut);
      leaveOut(at);
      write(at + 1);
    }
    // Names of tags are written one way within a page.
    const close = RAW.test(name) ? rawEnd(`</${stated}`, at) : -1;
    if (close >= 0 && isKept) write(close);
    else if (close >= 0) leaveOut(close);
    if (!isAlone) elements.open(name, isKept);
  }
  written.push(html.slice(from));
  return written.join('');
}
