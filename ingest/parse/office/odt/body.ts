import { escapeHtml } from '../../../clean/sanitise.ts';
import { elementAt, elementsIn, textIn, wordsIn } from '../../../xml/find.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import { htmlOf, inLook, type Look, linkIn, type OfficeBlock, PLAIN } from '../blocks.ts';
import type { Styles } from './styles.ts';

/** Elements that hold nothing of the text: what was deleted, what stands beside it, what a program makes of it. */
const PASSED_OVER = new Set(
  (
    'tracked-changes annotation annotation-end forms sequence-decls variable-decls user-field-decls dde-connection-decls ' +
    'table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography ' +
    'note-citation title desc ruby-text event-listeners'
  ).split(' '),
);

/** The story of an OpenDocument text, piece by piece. */
export interface OdtBody {
  readonly blocks: readonly OfficeBlock[];
  readonly notes: readonly (readonly OfficeBlock[])[];
  /** Pictures that stand in the text itself, by the address they are given. */
  readonly inline: ReadonlyMap<string, Uint8Array>;
}

/** A paragraph as it is gathered. */
interface Line {
  readonly html: string[];
  readonly words: string[];
  /** What is anchored in it and stands by itself: a picture in a box with its caption. */
  readonly beside: OfficeBlock[];
  hasPicture: boolean;
}

/** Reads what stands in `office:text`. */
export function readBody(root: XmlElement, styles: Styles): OdtBody {
  const notes: (readonly OfficeBlock[])[] = [];
  const inline = new Map<string, Uint8Array>();

  const blocksIn = (parent: XmlElement): OfficeBlock[] => elementsIn(parent).flatMap(blocksOf);

  function blocksOf(element: XmlElement): readonly OfficeBlock[] {
    const { name, attributes } = element;
    if (PASSED_OVER.has(name)) return [];
    if (name === 'h' || name === 'p') return paragraph(element);
    if (name === 'list') return items(element, 0, attributes['text:style-name']);
    if (name === 'table') return [table(element)];
    if (name === 'frame') return paragraphOf([element], null, 0);
    return blocksIn(element);
  }

  function paragraph(element: XmlElement): readonly OfficeBlock[] {
    const level = element.name === 'h' ? Math.max(1, Number(element.attributes['text:outline-level']) || 1) : 0;
    return paragraphOf(element.children, styles.nameOf(element.attributes['text:style-name']), level);
  }

  function paragraphOf(children: XmlElement['children'], style: string | null, level: number): readonly OfficeBlock[] {
    const line: Line = { html: [], words: [], beside: [], hasPicture: false };
    for (const child of children) gather(child, PLAIN, line);
    const text = line.words.join('').replace(/\s+/g, ' ').trim();
    if (text === '' && !line.hasPicture) return line.beside;
    const kind = kindOf(style ?? '', level, text);
    return [{ kind, html: line.html.join('').trim(), text, level, isOrdered: false }, ...line.beside];
  }

  function gather(node: XmlElement | string, look: Look, line: Line): void {
    if (typeof node === 'string') {
      const words = node.replace(/\s+/g, ' ');
      line.html.push(inLook(words, look));
      line.words.push(words);
      return;
    }
    const { name, attributes } = node;
    if (PASSED_OVER.has(name)) return;
    if (name === 's' || name === 'tab') {
      line.html.push(' ');
      line.words.push(' ');
    } else if (name === 'line-break') {
      line.html.push('<br>');
      line.words.push(' ');
    } else if (name === 'span') within(node, { ...look, ...styles.lookOf(attributes['text:style-name']) }, line);
    else if (name === 'a') within(node, { ...look, href: linkIn(attributes['xlink:href']) ?? look.href }, line);
    else if (name === 'note') note(node, line);
    else if (name === 'frame') frame(node, line);
    else within(node, look, line);
  }

  function within(element: XmlElement, look: Look, line: Line): void {
    for (const child of element.children) gather(child, look, line);
  }

  function note(element: XmlElement, line: Line): void {
    const body = elementAt(element, 'note-body');
    if (!body) return;
    const at = notes.push([]);
    notes[at - 1] = blocksIn(body);
    line.html.push(`<sup>[${at}]</sup>`);
  }

  function frame(element: XmlElement, line: Line): void {
    const box = elementAt(element, 'text-box');
    const image = elementsIn(element, 'image').find((each) => addressOf(each) !== null);
    if (box) line.beside.push(...withCaption(blocksIn(box)));
    else if (image) {
      const alt = wordsIn(elementAt(element, 'desc')) ?? wordsIn(elementAt(element, 'title')) ?? '';
      line.html.push(`<img src="${escapeHtml(addressOf(image) ?? '')}" alt="${escapeHtml(alt)}"${sizeOf(element)}>`);
      line.hasPicture = true;
    }
  }

  function addressOf(image: XmlElement): string | null {
    const data = elementAt(image, 'binary-data');
    if (!data) return image.attributes['xlink:href']?.replace(/^\.\//, '') ?? null;
    const address = `held:${inline.size}`;
    inline.set(address, new Uint8Array(Buffer.from(textIn(data), 'base64')));
    return address;
  }

  function items(list: XmlElement, level: number, style: string | undefined): readonly OfficeBlock[] {
    const isOrdered = styles.isOrdered(style, level);
    return elementsIn(list).flatMap((item): readonly OfficeBlock[] => {
      const parts = elementsIn(item).filter(({ name }) => name !== 'list');
      const said = parts.flatMap(blocksOf);
      // A heading in a list is a heading with a number.
      const own: readonly OfficeBlock[] = said.some(({ kind }) => kind === 'heading')
        ? said
        : said.length === 0
          ? []
          : [
              {
                kind: 'item',
                html: said.map(({ html }) => html).join('<br>'),
                text: said.map(({ text }) => text).join(' '),
                level,
                isOrdered,
              },
            ];
      const inner = elementsIn(item, 'list');
      return [...own, ...inner.flatMap((each) => items(each, level + 1, each.attributes['text:style-name'] ?? style))];
    });
  }

  function table(element: XmlElement): OfficeBlock {
    const rows = rowsOf(element, 'td');
    return { kind: 'other', html: `<table>${rows.join('')}</table>`, text: ' ', level: 0, isOrdered: false };
  }

  function rowsOf(element: XmlElement, tag: 'td' | 'th'): readonly string[] {
    return elementsIn(element).flatMap((child) => {
      if (child.name === 'table-header-rows') return rowsOf(child, 'th');
      if (child.name !== 'table-row') return child.name === 'table-column' ? [] : rowsOf(child, tag);
      const cells = elementsIn(child, 'table-cell').map((cell) => {
        const spans = [
          ['colspan', cell.attributes['table:number-columns-spanned']],
          ['rowspan', cell.attributes['table:number-rows-spanned']],
        ].flatMap(([name, span]) => (/^\d{1,3}$/.test(span ?? '') && span !== '1' ? [` ${name}="${span}"`] : []));
        const said = blocksIn(cell);
        const html = said.some(({ kind }) => kind === 'item' || kind === 'other')
          ? htmlOf(said).html
          : said.map((block) => block.html).join('<br>');
        return `<${tag}${spans.join('')}>${html}</${tag}>`;
      });
      return [`<tr>${cells.join('')}</tr>`];
    });
  }

  return { blocks: blocksIn(root), notes, inline };
}

function kindOf(style: string, level: number, text: string): OfficeBlock['kind'] {
  if (text === '') return 'picture';
  if (/^title$/i.test(style)) return 'title';
  if (/^subtitle$/i.test(style)) return 'subtitle';
  if (level > 0) return 'heading';
  if (/^(?:caption|illustration|figure|drawing)$/i.test(style)) return 'caption';
  return /^(?:quotations?|quote|block text)$/i.test(style) ? 'quote' : 'paragraph';
}

/** In a box, a picture and the words beside it are a picture and its caption; programs put both in one paragraph. */
function withCaption(blocks: readonly OfficeBlock[]): readonly OfficeBlock[] {
  return blocks.flatMap((block) => {
    const [, picture, words] = /^((?:<img [^<>]*>)+)(?:<br>)?\s*(.+)$/s.exec(block.html) ?? [];
    if (picture === undefined || words === undefined) return [block];
    return [
      { ...block, kind: 'picture', html: picture, text: '' },
      { ...block, kind: 'caption', html: words },
    ];
  });
}

const UNITS: Readonly<Record<string, number>> = { cm: 96 / 2.54, mm: 96 / 25.4, in: 96, pt: 96 / 72, px: 1 };

/** The size of a frame in pixels, as attributes. */
function sizeOf({ attributes }: XmlElement): string {
  const [width, height] = ['svg:width', 'svg:height'].map((name) => {
    const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(cm|mm|in|pt|px)$/.exec(attributes[name] ?? '') ?? [];
    return amount === undefined ? 0 : Math.round(Number(amount) * (UNITS[unit] ?? 0));
  });
  return width && height ? ` width="${width}" height="${height}"` : '';
}
