import { PLAIN } from '../blocks.ts';
import { encodingOfPage } from './code-pages.ts';
import { NO_KIND } from './flow.ts';
import type { Group } from './group.ts';

/** What a document says of its letters before it begins. */
export interface Tables {
  /** Of the document as a whole. */
  encoding: string;
  defaultFont: number;
  readonly fonts: Map<number, string>;
  readonly styles: Map<number, { name: string | null; heading: number | null }>;
}

/** Twips are twentieths of a point. */
const pixels = (twips: number | null): number => Math.round((twips ?? 0) / 15);

/** What single controls change in the group they stand in; `value` is null where none is written. */
export const CONTROLS: Readonly<Record<string, (group: Group, value: number | null, tables: Tables) => void>> = {
  ansicpg: (group, value, tables) => {
    tables.encoding = encodingOfPage(value ?? 1252);
    group.encoding = tables.encoding;
  },
  mac: (group, _, tables) => {
    tables.encoding = encodingOfPage(10000);
    group.encoding = tables.encoding;
  },
  deff: (_, value, tables) => {
    tables.defaultFont = value ?? -1;
  },
  f: (group, value, { fonts, encoding }) => {
    group.encoding = fonts.get(value ?? -1) ?? encoding;
  },
  uc: (group, value) => {
    group.fallback = Math.min(8, Math.max(0, value ?? 1));
  },
  plain: (group, _, { fonts, defaultFont, encoding }) => {
    group.look = { ...PLAIN, href: group.look.href };
    group.isHidden = false;
    group.encoding = fonts.get(defaultFont) ?? encoding;
  },
  b: (group, value) => {
    group.look = { ...group.look, isBold: value !== 0 };
  },
  i: (group, value) => {
    group.look = { ...group.look, isItalic: value !== 0 };
  },
  strike: (group, value) => {
    group.look = { ...group.look, isStruck: value !== 0 };
  },
  super: (group, value) => {
    group.look = { ...group.look, raised: value === 0 ? null : 'sup' };
  },
  sub: (group, value) => {
    group.look = { ...group.look, raised: value === 0 ? null : 'sub' };
  },
  nosupersub: (group) => {
    group.look = { ...group.look, raised: null };
  },
  v: (group, value) => {
    group.isHidden = value !== 0;
  },
  deleted: (group, value) => {
    group.isHidden = value !== 0;
  },
  pard: (group) => {
    group.paragraph = { ...NO_KIND, marker: group.paragraph.marker };
  },
  intbl: (group) => {
    group.paragraph = { ...group.paragraph, isInTable: true };
  },
  s: (group, value, { styles }) => {
    group.style = value ?? 0;
    const { name = null, heading = null } = styles.get(group.style) ?? {};
    group.paragraph = { ...group.paragraph, style: name, heading };
  },
  outlinelevel: (group, value) => {
    const heading = value !== null && value >= 0 && value < 9 ? value + 1 : null;
    group.paragraph = { ...group.paragraph, heading };
  },
  ilvl: (group, value) => {
    group.paragraph = { ...group.paragraph, level: Math.max(0, value ?? 0) };
  },
  ls: (group, value) => {
    if (value) group.paragraph = { ...group.paragraph, marker: group.paragraph.marker ?? '' };
  },
  pngblip: ({ target }) => {
    if (target.kind === 'picture') target.picture.isShown = true;
  },
  jpegblip: ({ target }) => {
    if (target.kind === 'picture') target.picture.isShown = true;
  },
  picwgoal: ({ target }, value) => {
    if (target.kind === 'picture') target.picture.width = pixels(value);
  },
  pichgoal: ({ target }, value) => {
    if (target.kind === 'picture') target.picture.height = pixels(value);
  },
};

/** Controls that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  tab: '\t',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/** Controls of one character that stand for another; others stand for themselves, or for nothing. */
export const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '‑', '\t': '\t' };

export const isOwn = <T>(table: Readonly<Record<string, T>>, name: string): boolean => Object.hasOwn(table, name);
