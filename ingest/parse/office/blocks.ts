import { escapeHtml } from '../../clean/sanitise.ts';
import type { HeadLine } from './head.ts';

/** A piece of a document as its styles tell it. */
export interface OfficeBlock {
  readonly kind: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'quote' | 'item' | 'picture' | 'caption' | 'other';
  /** What stands inside its element; of `other`, the whole of it. */
  readonly html: string;
  /** Its words on one line. */
  readonly text: string;
  /** Of a heading from 1, of an item from 0. */
  readonly level: number;
  readonly isOrdered: boolean;
}

/** Letters of one look. */
export interface Look {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly raised: 'sup' | 'sub' | null;
  /** Where it leads; null when it is no link. */
  readonly href: string | null;
}

export const PLAIN: Look = { isBold: false, isItalic: false, isStruck: false, raised: null, href: null };

/** Words in their look; a tab or a break is none of the body's business, and is written by whoever knows of it. */
export function inLook(text: string, look: Look): string {
  let html = escapeHtml(text);
  if (look.raised) html = `<${look.raised}>${html}</${look.raised}>`;
  if (look.isStruck) html = `<s>${html}</s>`;
  if (look.isItalic) html = `<em>${html}</em>`;
  if (look.isBold) html = `<strong>${html}</strong>`;
  return look.href === null ? html : `<a href="${escapeHtml(look.href)}">${html}</a>`;
}

/** An address a document may lead to; null for any other. */
export const linkIn = (stated: string | null | undefined): string | null =>
  /^\s*(?:https?:|mailto:)/i.test(stated ?? '') ? (stated ?? '').trim() : null;

/** What the head of a document sees of a piece. */
export const lineOf = ({ kind, text, level }: OfficeBlock): HeadLine => ({
  text,
  role:
    kind === 'title' || kind === 'subtitle'
      ? kind
      : kind === 'heading'
        ? level === 1
          ? 'heading'
          : 'other'
        : kind === 'paragraph'
          ? 'line'
          : 'other',
});

/** The HTML of pieces: items in lists, captions with their pictures. */
export function htmlOf(blocks: readonly OfficeBlock[]): {
  readonly html: string;
  readonly captions: readonly string[];
} {
  const parts: string[] = [];
  const captions: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as OfficeBlock;
    const next = blocks[at + 1];
    if (block.kind === 'item') {
      let end = at + 1;
      while (blocks[end]?.kind === 'item') end++;
      const items = blocks.slice(at, end);
      parts.push(listOf(items));
      at += items.length - 1;
    } else if (block.kind === 'picture' || (block.kind === 'caption' && next?.kind === 'picture')) {
      const isPair = block.kind === 'caption' || next?.kind === 'caption';
      const pair = isPair && next ? [block, next] : [block];
      captions.push(...pair.filter(({ kind }) => kind === 'caption').map(({ text }) => text));
      parts.push(`<figure>${pair.map(inFigure).join('')}</figure>`);
      if (isPair) at++;
    } else parts.push(elementOf(block));
  }
  return { html: parts.join('\n'), captions };
}

const inFigure = ({ kind, html }: OfficeBlock): string =>
  kind === 'caption' ? `<figcaption>${html}</figcaption>` : html;

function elementOf({ kind, html, level }: OfficeBlock): string {
  if (kind === 'other') return html;
  if (kind === 'title') return `<h1>${html}</h1>`;
  if (kind === 'quote') return `<blockquote><p>${html}</p></blockquote>`;
  const tag = kind === 'heading' ? `h${Math.min(6, Math.max(1, level))}` : 'p';
  return `<${tag}>${html}</${tag}>`;
}

/** Deeper than lists are written. */
const MAX_LEVEL = 8;

function listOf(items: readonly OfficeBlock[]): string {
  const parts: string[] = [];
  const open: string[] = [];
  for (const { html, level, isOrdered } of items) {
    const depth = Math.min(level, MAX_LEVEL, open.length) + 1;
    while (open.length > depth) parts.push(`</li></${open.pop()}>`);
    if (open.length === depth) parts.push('</li>');
    else {
      open.push(isOrdered ? 'ol' : 'ul');
      parts.push(`<${open.at(-1)}>`);
    }
    parts.push(`<li>${html}`);
  }
  while (open.length > 0) parts.push(`</li></${open.pop()}>`);
  return parts.join('');
}
