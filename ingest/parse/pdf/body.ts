import { escapeHtml } from '../../clean/sanitise.ts';
import { addressOf, type Figure, isFigure, type Part } from './figures.ts';
import type { Written } from './head.ts';
import type { Line, Segment } from './lines.ts';
import { type Mark, markOf } from './marks.ts';
import { LEADERS, type Setting } from './paragraphs.ts';

/** The passages of a story as HTML that is still to be made safe. */
export function htmlOf(story: readonly Part[], setting: Setting): string {
  const html: string[] = [];
  for (let at = 0; at < story.length; ) {
    const list = listAt(story, at);
    if (list) {
      html.push(list.html);
      at = list.end;
    } else {
      const part = story[at++] as Part;
      html.push(isFigure(part) ? figureOf(part) : blockOf(part, setting));
    }
  }
  return html.join('\n');
}

function blockOf({ passage, text }: Written, setting: Setting): string {
  if (passage.isTable) return tableOf(passage.lines);
  const tag = isHeading({ passage, text }, setting) ? (passage.size >= setting.size * 1.3 ? 'h2' : 'h3') : 'p';
  return `<${tag}>${escapeHtml(text)}</${tag}>`;
}

function figureOf({ asset, caption }: Figure): string {
  const words = caption === null ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure><img src="${addressOf(asset)}" alt="">${words}</figure>`;
}

/** Words that stand out from the text by their size or weight, and are none of its sentences. */
export function isHeading({ passage, text }: Written, setting: Setting): boolean {
  if (passage.isTable || passage.lines.length > 4 || text.length > 200 || !/\p{L}/u.test(text)) return false;
  if (LEADERS.test(text)) return false;
  if (passage.size >= setting.size * 1.13) return true;
  return passage.isBold && text.length <= 120 && passage.size >= setting.size * 0.9 && !/[.,;]$/.test(text);
}

interface ListFound {
  readonly html: string;
  readonly end: number;
}

/** The list that begins at a passage. Numbers run on; one numbered passage alone is none. */
function listAt(story: readonly Part[], from: number): ListFound | null {
  const first = markIn(story[from]);
  if (first === null) return null;
  const items: string[] = [];
  let at = from;
  for (; at < story.length; at++) {
    const mark = markIn(story[at]);
    if (mark === null || mark.isOrdered !== first.isOrdered) break;
    if (mark.isOrdered && mark.number !== first.number + items.length) break;
    items.push(`<li>${escapeHtml((story[at] as Written).text.slice(mark.length))}</li>`);
  }
  if (first.isOrdered && items.length < 2) return null;
  const start = first.isOrdered && first.number !== 1 ? ` start="${first.number}"` : '';
  const tag = first.isOrdered ? 'ol' : 'ul';
  return { html: `<${tag}${start}>${items.join('')}</${tag}>`, end: at };
}

const markIn = (part: Part | undefined): Mark | null =>
  part === undefined || isFigure(part) || part.passage.isTable ? null : markOf(part.text);

/** Cells that share a stretch of the page's width are one column. */
function tableOf(lines: readonly Line[]): string {
  const columns = columnsUnder(lines.flatMap(({ cells }) => cells));
  const rows = lines.map(({ cells }) => {
    const texts = columns.map(({ left, right }) =>
      cells
        .filter((cell) => cell.left < right && cell.right > left)
        .map(({ text }) => text)
        .join(' '),
    );
    return `<tr>${texts.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function columnsUnder(cells: readonly Segment[]): readonly { readonly left: number; readonly right: number }[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of cells.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}
