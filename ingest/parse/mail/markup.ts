import { Parser } from 'htmlparser2';
import { isHidden, isPixel, isUnreadable } from './hidden.ts';

/** What is shown of a message, piece by piece. */
export type Token =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly table: Table | null;
    }
  | { readonly kind: 'close'; readonly name: string; readonly table: Table | null }
  | { readonly kind: 'text'; text: string };

/** A table, or a layout in the shape of one. Known when it has been read to its end. */
export interface Table {
  readonly isData: boolean;
}

const UNSEEN = new Set(
  'head script style title template noscript svg math object embed applet audio video canvas iframe select textarea button option datalist xml'.split(
    ' ',
  ),
);

/** Longer ones hold a piece of a page. */
const LONGEST_CELL = 300;
const IS_BLOCK = /^(?:h[1-6]|ul|ol|blockquote|pre|img|hr)$/;

/** Reads the markup of a message, without what its reader does not see. Linear in its length as long as it is not deep. */
export function readMarkup(html: string): readonly Token[] {
  const tokens: Token[] = [];
  const tables: OpenTable[] = [];
  const unreadable: boolean[] = [];
  let unseen = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (unseen > 0 || UNSEEN.has(name) || isHidden(attributes)) {
        unseen++;
        return;
      }
      unreadable.push(isUnreadable(attributes) ?? unreadable.at(-1) ?? false);
      if (name === 'img' && isPixel(attributes)) return;
      if (name === 'table') tables.push(openTable(attributes, tables.at(-1)));
      else tables.at(-1)?.meet(name);
      tokens.push({ kind: 'open', name, attributes, table: tables.at(-1) ?? null });
    },
    ontext(text) {
      if (unseen > 0) return;
      tables.at(-1)?.hold(text);
      if (unreadable.at(-1) === true) return;
      const last = tokens.at(-1);
      // A sign written by its name comes by itself.
      if (last?.kind === 'text') last.text += text;
      else tokens.push({ kind: 'text', text });
    },
    onclosetag(name) {
      if (unseen > 0) {
        unseen--;
        return;
      }
      unreadable.pop();
      tokens.push({ kind: 'close', name, table: tables.at(-1) ?? null });
      if (name === 'table') tables.pop();
    },
  });
  parser.end(html);
  return tokens;
}

interface OpenTable extends Table {
  /** An element in it begins. */
  meet(name: string): void;
  hold(text: string): void;
  /** Another table begins in it. */
  divide(): void;
}

/** Looks at a table while it is read: what has rows of short cells side by side, or heads to them, is one; all else is a layout. */
function openTable({ role = '' }: Readonly<Record<string, string>>, outer: OpenTable | undefined): OpenTable {
  let isLayout = /^(?:presentation|none)$/i.test(role);
  let hasHeads = false;
  let cell = 0;
  let cells = 0;
  let rows = 0;
  outer?.divide();
  return {
    meet(name) {
      if (name === 'tr') cells = 0;
      if (name === 'th') hasHeads = true;
      if (name === 'td' || name === 'th') cell = 0;
      if (IS_BLOCK.test(name)) isLayout = true;
    },
    hold(text) {
      const length = text.trim().length;
      if (length > 0 && cell === 0 && ++cells === 2) rows++;
      cell += length;
      if (cell > LONGEST_CELL) isLayout = true;
    },
    divide() {
      isLayout = true;
    },
    get isData() {
      return !isLayout && (rows > 1 || (hasHeads && rows > 0));
    },
  };
}
