import { inLook, type Look, type OfficeBlock } from '../blocks.ts';

/** What a paragraph is, by its controls and its style. */
export interface ParagraphKind {
  readonly style: string | null;
  /** Of a heading from 1; null when it is none. */
  readonly heading: number | null;
  /** What stood before an item, as written; null when it is none. */
  readonly marker: string | null;
  readonly level: number;
  readonly isInTable: boolean;
}

export const NO_KIND: ParagraphKind = { style: null, heading: null, marker: null, level: 0, isInTable: false };

/** Gathers text into paragraphs, tables and lists. The body is one, each note another. */
export interface Flow {
  text(words: string, look: Look): void;
  /** Markup of its own: a break, a picture. @param words what it is among the words of its line */
  markup(html: string, words: string): void;
  endParagraph(kind: ParagraphKind): void;
  endCell(kind: ParagraphKind): void;
  endRow(): void;
  /** Ends whatever is open. */
  finish(kind: ParagraphKind): readonly OfficeBlock[];
}

/** More columns than a table in a story has. */
const MAX_CELLS = 200;

export function createFlow(): Flow {
  const blocks: OfficeBlock[] = [];
  let html: string[] = [];
  let words: string[] = [];
  let hasPicture = false;
  let run = '';
  let runLook: Look | null = null;
  let cell: OfficeBlock[] = [];
  let row: string[] = [];
  let rows: string[] = [];

  const endRun = () => {
    if (run !== '' && runLook) html.push(inLook(run, runLook));
    run = '';
  };
  const takeParagraph = (kind: ParagraphKind): OfficeBlock | null => {
    endRun();
    const text = words.join('').replace(/\s+/g, ' ').trim();
    const block = text === '' && !hasPicture ? null : blockOf(kind, html.join(''), text, hasPicture);
    [html, words, hasPicture] = [[], [], false];
    return block;
  };
  const endTable = () => {
    if (row.length > 0) endRow();
    if (rows.length === 0) return;
    blocks.push({ kind: 'other', html: `<table>${rows.join('')}</table>`, text: ' ', level: 0, isOrdered: false });
    rows = [];
  };
  const endRow = () => {
    if (row.length > 0) rows.push(`<tr>${row.join('')}</tr>`);
    row = [];
  };

  return {
    text(part, look) {
      if (!runLook || !isSame(look, runLook)) endRun();
      runLook = look;
      run += part;
      words.push(part);
    },
    markup(part, said) {
      endRun();
      html.push(part);
      words.push(said);
      if (said === '') hasPicture = true;
    },
    endParagraph(kind) {
      const block = takeParagraph(kind);
      if (kind.isInTable) {
        if (block) cell.push(block);
        return;
      }
      if (!block) return;
      endTable();
      blocks.push(...cell, block);
      cell = [];
    },
    endCell(kind) {
      const block = takeParagraph(kind);
      const inside = block ? [...cell, block] : cell;
      cell = [];
      if (row.length < MAX_CELLS) row.push(`<td>${inside.map((part) => part.html).join('<br>')}</td>`);
    },
    endRow,
    finish(kind) {
      const block = takeParagraph(kind);
      endTable();
      blocks.push(...cell, ...(block ? [block] : []));
      return blocks;
    },
  };
}

const isSame = (a: Look, b: Look): boolean =>
  a.isBold === b.isBold &&
  a.isItalic === b.isItalic &&
  a.isStruck === b.isStruck &&
  a.raised === b.raised &&
  a.href === b.href;

function blockOf(kind: ParagraphKind, html: string, text: string, hasPicture: boolean): OfficeBlock {
  const { style, heading, marker, level } = kind;
  const of = (name: OfficeBlock['kind'], depth = 0): OfficeBlock => ({
    kind: name,
    html,
    text,
    level: depth,
    isOrdered: /[\p{L}\p{N}]/u.test(marker ?? '') && !/^[o§]$/.test(marker ?? ''),
  });
  if (hasPicture && text === '') return of('picture');
  if (/^title$/i.test(style ?? '')) return of('title');
  if (/^subtitle$/i.test(style ?? '')) return of('subtitle');
  if (heading !== null) return of('heading', heading);
  if (/^(?:caption|illustration|figure)$/i.test(style ?? '')) return of('caption');
  if (/quote|^quotations$|^block text$/i.test(style ?? '')) return of('quote');
  return marker === null ? of('paragraph') : of('item', level);
}
