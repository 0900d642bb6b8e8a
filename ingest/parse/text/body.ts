import type { Block } from '../../types.ts';
import { listAt } from './lists.ts';
import type { Marked } from './marked.ts';

/** A subhead is no longer than this. */
const HEADING_WORDS = 14;

/** Units as blocks: subheads, lists and paragraphs. */
export function blocksOf(story: readonly Marked[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < story.length; ) {
    const list = listAt(story, at);
    if (list) {
      blocks.push(list.block);
      at = list.end;
      continue;
    }
    const table = tableAt(story, at);
    if (table > at) {
      blocks.push({
        kind: 'preformatted',
        text: story
          .slice(at, table)
          .map(({ columns, text }) => columns ?? text)
          .join('\n'),
      });
      at = table;
      continue;
    }
    const block = blockOf(story[at] as Marked, story[at + 1]);
    if (block.text !== '') blocks.push(block);
    at++;
  }
  return blocks;
}

function blockOf(
  { text, kind, words }: Marked,
  next: Marked | undefined,
): { kind: 'paragraph' | 'heading' | 'quote'; text: string } {
  if (text.startsWith('> ')) return { kind: 'quote', text: text.slice(2) };
  if (/^#{1,6} \S/.test(text)) return { kind: 'heading', text: text.replace(/^#{1,6} /, '').replace(/ #+$/, '') };
  if (kind === 'short' && next?.kind === 'prose' && words <= HEADING_WORDS) return { kind: 'heading', text };
  return { kind: 'paragraph', text };
}

/** Where a table of two rows or more ends that begins here; `at` when none does. */
function tableAt(story: readonly Marked[], at: number): number {
  let end = at;
  while (end < story.length && story[end]?.columns != null && (end === at || story[end]?.gap === 0)) end++;
  return end - at >= 2 ? end : at;
}
