import { escapeHtml } from '../../clean/sanitise.ts';
import { withoutUuencoded } from '../../mime/transfer.ts';
import { readLines } from '../text/lines.ts';
import { joinWrapped, type Unit } from '../text/wrapping.ts';
import type { Piece } from './body.ts';

/** More lines than people write: shown as they stand. */
const MOST_LINES = 50_000;
/** Quotations deeper than this are shown as deep as this. */
const MAX_DEPTH = 10;
const QUOTE = /^(?:> ?){1,200}/;
const FROM_QUOTED = /^>From /;

/** Lines that are quoted equally deep. */
interface Stretch {
  readonly depth: number;
  readonly lines: string[];
}

/** A message without markup as paragraphs and quotations. Nothing is left out: what people write has no furniture. */
export function htmlOfPlain({ text, isFlowed }: Pick<Piece, 'text' | 'isFlowed'>): string {
  const lines = withoutUuencoded(unsigned(text)).trim().split('\n');
  if (lines.length > MOST_LINES) return `<pre>${escapeHtml(lines.join('\n'))}</pre>`;
  const html: string[] = [];
  let depth = 0;
  const stretches = stretchesOf(lines, isFlowed);
  const hasGaps = stretches.some(({ lines }) => lines.some((line) => line.trim() === ''));
  for (const stretch of stretches) {
    const inner = paragraphsOf(stretch.lines, isFlowed, hasGaps);
    if (inner === '') continue;
    for (; depth < stretch.depth; depth++) html.push('<blockquote>');
    for (; depth > stretch.depth; depth--) html.push('</blockquote>');
    html.push(inner);
  }
  html.push('</blockquote>'.repeat(depth));
  return html.join('\n');
}

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----\n';
const SIGNATURE = '\n-----BEGIN PGP SIGNATURE-----';
const SIGNATURE_END = '-----END PGP SIGNATURE-----';

/** A text without the signature in it and what that adds to what is signed. */
function unsigned(text: string): string {
  const start = text.indexOf(SIGNED);
  const head = start < 0 ? -1 : text.indexOf('\n\n', start);
  const signature = head < 0 ? -1 : text.indexOf(SIGNATURE, head);
  if (signature < 0) return text;
  const end = text.indexOf(SIGNATURE_END, signature);
  const signed = text.slice(head, signature).replace(/^- /gm, '');
  return text.slice(0, start) + signed + (end < 0 ? '' : text.slice(end + SIGNATURE_END.length));
}

function stretchesOf(lines: readonly string[], isFlowed: boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const raw of lines) {
    const mark = FROM_QUOTED.test(raw) ? '' : (QUOTE.exec(raw)?.[0] ?? '');
    const depth = Math.min(mark.replaceAll(' ', '').length, MAX_DEPTH);
    const rest = mark === '' ? raw.replace(/^>(?=From )/, '') : raw.slice(mark.length);
    const line = isFlowed && mark === '' ? rest.replace(/^ /, '') : rest;
    const last = stretches.at(-1);
    if (last?.depth === depth) last.lines.push(line);
    else stretches.push({ depth, lines: [line] });
  }
  return stretches;
}

/** `-- ` alone is the line above a signature, which goes on in no other. */
const goesOn = (line: string | undefined): boolean => line?.endsWith(' ') === true && line !== '-- ';

function paragraphsOf(lines: readonly string[], isFlowed: boolean, hasGaps: boolean): string {
  const units = isFlowed ? readLines(joined(lines)).map(asUnit) : joinWrapped(readLines(lines.join('\n')));
  // Lines are paragraphs where nothing keeps paragraphs apart.
  const areApart =
    !hasGaps || (units.length > 1 && lines.some((line) => line.trim() === '') && units.every(({ gap }) => gap === 0));
  const html: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) html.push(`<p>${open.join('<br>')}</p>`);
    open = [];
  };
  for (const { text, gap } of units) {
    if (gap > 0 || areApart) close();
    open.push(withLinks(text));
  }
  close();
  return html.join('\n');
}

const asUnit = ({ text, gap, width, columns }: ReturnType<typeof readLines>[number]): Unit => ({
  text,
  gap,
  width,
  lines: 1,
  columns,
});

function joined(lines: readonly string[]): string {
  const whole: string[] = [];
  for (const [at, line] of lines.entries()) whole.push(line, goesOn(line) && at + 1 < lines.length ? '' : '\n');
  return whole.join('');
}

const ADDRESS = /https?:\/\/[^\s<>"]{1,2000}/g;

/** Addresses in a text lead where they say. */
function withLinks(text: string): string {
  let html = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?)\]}'’”»*]{1,20}$/, '');
    html += `${escapeHtml(text.slice(from, index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    from = index + address.length;
  }
  return html + escapeHtml(text.slice(from));
}
