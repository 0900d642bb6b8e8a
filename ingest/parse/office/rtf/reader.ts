import type { StatedDate } from '../../../../contract/model.ts';
import { statedDate } from '../../text/dates/stated-date.ts';
import { linkIn, type OfficeBlock, PLAIN } from '../blocks.ts';
import { decodePage, encodingOfCharset, encodingOfPage } from './code-pages.ts';
import { CHARACTERS, CONTROLS, isOwn, SYMBOLS, type Tables } from './controls.ts';
import { createFlow, NO_KIND } from './flow.ts';
import { firstGroup, type Group, type Picture, type Target } from './group.ts';
import { type Token, tokensOf } from './tokens.ts';

/** An RTF file, read. */
export interface RtfDocument {
  readonly blocks: readonly OfficeBlock[];
  readonly notes: readonly (readonly OfficeBlock[])[];
  /** What it states of itself, by the control that says so. */
  readonly info: ReadonlyMap<string, string>;
  readonly created: StatedDate | null;
  readonly modified: StatedDate | null;
  /** By the address they have in the HTML of the blocks. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Groups lay within one another so deep that they were left out. */
  readonly isCut: boolean;
}

/** Deeper than programs write; what lies deeper is left out. */
const MAX_DEPTH = 1_000;
const MAX_NOTES = 2_000;
const MAX_PICTURES = 2_000;

/** Groups that hold nothing of the text, though no star says so. */
const PASSED_OVER = new Set(
  (
    'colortbl header headerl headerr headerf footer footerl footerr footerf nonshppict filetbl xe tc tcn txe rxe ' +
    'nonesttables shp do template pntxta pntxtb ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objdata listpicture info'
  ).split(' '),
);
const STATED = new Set('title author subject keywords doccomm'.split(' '));
const DATE_PARTS = new Set('yr mo dy hr min sec'.split(' '));

/** Reads an RTF file as far as it goes. */
export function readRtf(bytes: Uint8Array): RtfDocument {
  const reader = new Reader(bytes);
  for (const token of tokensOf(bytes)) reader.take(token);
  return reader.finish();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #body = createFlow();
  readonly #notes: (readonly OfficeBlock[])[] = [];
  readonly #info = new Map<string, string>();
  readonly #dates = new Map<string, StatedDate | null>();
  readonly #pictures = new Map<string, Uint8Array>();
  readonly #tables: Tables = { encoding: encodingOfPage(1252), defaultFont: -1, fonts: new Map(), styles: new Map() };
  readonly #around: Group[] = [];
  #group = firstGroup(this.#body);
  /** The font that the table of fonts speaks of. */
  #font = -1;
  #tooDeep = 0;
  #isCut = false;
  /** Bytes of the text that are not decoded yet: a character may be made of several. */
  #pending: Uint8Array[] = [];
  /** Characters left that stand for one that was given by its number. */
  #toSkip = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(token: Token): void {
    if (token.kind === 'open') this.#open();
    else if (token.kind === 'close') this.#close();
    else if (this.#tooDeep > 0) return;
    else if (token.kind === 'text') this.#text(token.start, token.end);
    else if (token.kind === 'byte') this.#byte(token.value);
    else if (this.#toSkip > 0) this.#toSkip--;
    else if (token.kind === 'word') this.#word(token.name, token.value);
    else if (token.kind === 'symbol') this.#symbol(token.name);
    else if (this.#group.target.kind === 'picture')
      this.#group.target.picture.binary = this.#bytes.subarray(token.start, token.end);
  }

  /** Ends whatever is open: a file that is cut off ends nothing itself. */
  finish(): RtfDocument {
    this.#tooDeep = 0;
    while (this.#around.length > 0) this.#close();
    this.#flush();
    return {
      blocks: this.#body.finish(this.#group.paragraph),
      notes: this.#notes,
      info: this.#info,
      created: this.#dates.get('creatim') ?? null,
      modified: this.#dates.get('revtim') ?? null,
      pictures: this.#pictures,
      isCut: this.#isCut,
    };
  }

  #open(): void {
    if (this.#tooDeep > 0 || this.#around.length >= MAX_DEPTH) {
      this.#tooDeep++;
      this.#isCut = true;
      return;
    }
    this.#flush();
    this.#toSkip = 0;
    const around = this.#group;
    this.#around.push(around);
    this.#group = { ...around, isOwner: false, isStarred: false, isTwofold: false };
    if (around.isTwofold) this.#own({ kind: 'nothing' });
    if (around.target.kind === 'styles') this.#style();
  }

  #close(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    this.#flush();
    this.#toSkip = 0;
    const ended = this.#group;
    const around = this.#around.pop();
    if (!around) return;
    this.#group = around;
    if (ended.isOwner) this.#done(ended);
  }

  #done({ target, paragraph }: Group): void {
    if (target.kind === 'words') target.done(target.words.join('').trim());
    else if (target.kind === 'date') target.done(dateOf(target.parts));
    else if (target.kind === 'flow') this.#notes.push(target.flow.finish(paragraph));
    else if (target.kind === 'picture') this.#place(target.picture);
  }

  #text(start: number, end: number): void {
    const from = Math.min(end, start + this.#toSkip);
    this.#toSkip -= from - start;
    const { target } = this.#group;
    if (from === end) return;
    const said = this.#bytes.subarray(from, end);
    if (target.kind === 'picture') target.picture.hex.push(Buffer.from(said).toString('latin1'));
    else if (target.kind === 'flow' || target.kind === 'words') this.#pending.push(said);
  }

  #byte(value: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (this.#group.target.kind === 'flow' || this.#group.target.kind === 'words')
      this.#pending.push(Uint8Array.of(value));
  }

  #symbol(name: string): void {
    if (name === '*') this.#group.isStarred = true;
    else if (name === '\\' || name === '{' || name === '}') this.#byte(name.charCodeAt(0));
    else if (name === '\n' || name === '\r') this.#endParagraph();
    else if (isOwn(SYMBOLS, name)) {
      this.#flush();
      this.#say(SYMBOLS[name] ?? '');
    }
  }

  #word(name: string, value: number | null): void {
    this.#flush();
    const { isStarred } = this.#group;
    this.#group.isStarred = false;
    if (!this.#begins(name, isStarred)) this.#control(name, value);
  }

  /** Whether a control gives the text of its group another meaning. */
  #begins(name: string, isStarred: boolean): boolean {
    const group = this.#group;
    const { target } = group;
    if (STATED.has(name)) this.#words((text) => text !== '' && this.#info.set(name, text));
    else if (name === 'creatim' || name === 'revtim')
      this.#own({ kind: 'date', parts: new Map(), done: (date) => this.#dates.set(name, date) });
    else if (PASSED_OVER.has(name)) this.#own({ kind: 'nothing' });
    else if (name === 'fonttbl') this.#own({ kind: 'fonts' });
    else if (name === 'stylesheet') this.#own({ kind: 'styles' });
    else if (name === 'upr') group.isTwofold = true;
    else if (name === 'ud') Object.assign(group, { target: this.#around.at(-1)?.target ?? target, isOwner: false });
    else if (name === 'pict')
      this.#own(target.kind === 'flow' ? { kind: 'picture', picture: newPicture() } : { kind: 'nothing' });
    else if (name === 'footnote') this.#note();
    else if (name === 'listtext' || name === 'pntext') this.#marker();
    else if (name === 'field') group.field = { instruction: '' };
    else if (name === 'fldinst') this.#instruction();
    else if (name === 'fldrslt') this.#result();
    else if (isStarred && name !== 'shppict') this.#own({ kind: 'nothing' });
    else return name === 'shppict';
    return true;
  }

  #control(name: string, value: number | null): void {
    const group = this.#group;
    const { target } = group;
    if (target.kind === 'date' && DATE_PARTS.has(name)) target.parts.set(name, value ?? 0);
    else if (target.kind === 'fonts') this.#fontOf(name, value);
    else if (isOwn(CHARACTERS, name)) this.#say(CHARACTERS[name] ?? '');
    else if (name === 'u') {
      this.#say(String.fromCharCode((value ?? 0) & 0xffff));
      this.#toSkip = group.fallback;
    } else if (name === 'par' || name === 'sect' || name === 'page') this.#endParagraph();
    else if (target.kind === 'flow' && name === 'line') target.flow.markup('<br>', ' ');
    else if (target.kind === 'flow' && name === 'cell') target.flow.endCell(group.paragraph);
    else if (target.kind === 'flow' && name === 'nestcell')
      target.flow.endParagraph({ ...group.paragraph, isInTable: true });
    else if (target.kind === 'flow' && name === 'row') target.flow.endRow();
    else if (isOwn(CONTROLS, name)) CONTROLS[name]?.(group, value, this.#tables);
  }

  #fontOf(name: string, value: number | null): void {
    const { fonts } = this.#tables;
    if (name === 'f') this.#font = value ?? 0;
    const encoding =
      name === 'fcharset' ? encodingOfCharset(value ?? 0) : name === 'cpg' ? encodingOfPage(value ?? 0) : null;
    if (encoding !== null) fonts.set(this.#font, encoding);
  }

  /** A style has the name that stands in its group. */
  #style(): void {
    const group = this.#group;
    group.paragraph = NO_KIND;
    this.#words((text) => {
      const name = text.replace(/;$/, '').trim();
      const [, level] = /^heading (\d)$/i.exec(name) ?? [];
      const heading = group.paragraph.heading ?? (level === undefined ? null : Number(level));
      this.#tables.styles.set(group.style, { name, heading });
    });
  }

  #note(): void {
    const { target } = this.#group;
    if (target.kind !== 'flow' || target.flow !== this.#body || this.#notes.length >= MAX_NOTES) {
      this.#own({ kind: 'nothing' });
      return;
    }
    target.flow.markup(`<sup>[${this.#notes.length + 1}]</sup>`, ' ');
    Object.assign(this.#group, { look: PLAIN, paragraph: NO_KIND });
    this.#own({ kind: 'flow', flow: createFlow() });
  }

  #marker(): void {
    const around = this.#around.at(-1);
    this.#words((marker) => {
      if (around) around.paragraph = { ...around.paragraph, marker };
    });
  }

  #instruction(): void {
    const { field } = this.#group;
    this.#words((instruction) => {
      if (field) field.instruction = instruction;
    });
  }

  #result(): void {
    const group = this.#group;
    const instruction = group.field?.instruction ?? '';
    const [, address] = /^HYPERLINK\s+(?:\\[mnt]\s+)*"([^"]*)"/i.exec(instruction) ?? [];
    if (/^TOC\b/i.test(instruction)) this.#own({ kind: 'nothing' });
    else group.look = { ...group.look, href: linkIn(address) ?? group.look.href };
  }

  #place(picture: Picture): void {
    const { target } = this.#group;
    const data = picture.binary ?? Buffer.from(picture.hex.join('').replace(/[^0-9a-f]+/gi, ''), 'hex');
    if (!picture.isShown || data.length === 0 || target.kind !== 'flow' || this.#pictures.size >= MAX_PICTURES) return;
    const address = `held:${this.#pictures.size}`;
    this.#pictures.set(address, new Uint8Array(data));
    const { width, height } = picture;
    const size = width > 0 && height > 0 ? ` width="${width}" height="${height}"` : '';
    target.flow.markup(`<img src="${address}" alt=""${size}>`, '');
  }

  #own(target: Target): void {
    Object.assign(this.#group, { target, isOwner: true });
  }

  #words(done: (words: string) => void): void {
    this.#own({ kind: 'words', words: [], done });
  }

  #endParagraph(): void {
    this.#flush();
    const { target, paragraph } = this.#group;
    if (target.kind === 'words') target.words.push('\n');
    if (target.kind !== 'flow') return;
    target.flow.endParagraph(paragraph);
    this.#group.paragraph = { ...paragraph, marker: null };
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#say(decodePage(bytes, this.#group.encoding));
  }

  #say(text: string): void {
    const { target, isHidden, look } = this.#group;
    if (target.kind === 'words') target.words.push(text);
    else if (target.kind === 'flow' && !isHidden) target.flow.text(text, look);
  }
}

const newPicture = (): Picture => ({ hex: [], binary: null, isShown: false, width: 0, height: 0 });

function dateOf(parts: ReadonlyMap<string, number>): StatedDate | null {
  const two = (name: string): string => String(parts.get(name) ?? 0).padStart(2, '0');
  const year = parts.get('yr') ?? 0;
  return year < 1980 ? null : statedDate(`${year}-${two('mo')}-${two('dy')}T${two('hr')}:${two('min')}`);
}
