/** What a step did. */
export type StepKind =
  | 'read'
  | 'unread'
  | 'star'
  | 'unstar'
  | 'archive'
  | 'unarchive'
  | 'trash'
  | 'restore'
  | 'tags'
  | 'rename-tag'
  | 'merge-tag'
  | 'delete-tag';

/** Names a label needs: tags added and taken off, or the one renamed, merged or deleted. */
export interface StepDetail {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/**
 * Says in words what undo would take back.
 * @param title of the article, when it was one and is still there
 */
export function undoLabel(
  kind: StepKind,
  { added = [], removed = [], from = '', to = '' }: StepDetail,
  count: number,
  title: string | null,
): string {
  const articles = count === 1 && title !== null ? quoted(shortened(title)) : countOf(count);
  switch (kind) {
    case 'read':
    case 'unread':
      return `Mark ${articles} ${kind}`;
    case 'star':
      return `Star ${articles}`;
    case 'unstar':
      return `Unstar ${articles}`;
    case 'archive':
      return `Archive ${articles}`;
    case 'unarchive':
      return `Move ${articles} out of the archive`;
    case 'trash':
      return `Move ${articles} to Trash`;
    case 'restore':
      return `Put ${articles} back from Trash`;
    case 'tags': {
      if (removed.length === 0) return `${tags(added)} added to ${articles}`;
      if (added.length === 0) return `${tags(removed)} removed from ${articles}`;
      return `${tags(added)} added, ${tags(removed).replace('Tag', 'tag')} removed on ${articles}`;
    }
    case 'rename-tag':
      return `Rename tag ${quoted(from)} to ${quoted(to)} (${countOf(count)})`;
    case 'merge-tag':
      return `Merge tag ${quoted(from)} into ${quoted(to)} (${countOf(count)})`;
    case 'delete-tag':
      return `Delete tag ${quoted(from)} (${countOf(count)})`;
  }
}

const countOf = (count: number) => (count === 1 ? '1 article' : `${grouped(count)} articles`);
/** By hand: every thread that asks the language of numbers for the first time waits 12 ms for it, and what a window asks first waits behind. */
const grouped = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
/** A name written from right to left is kept apart, or it would turn the words around it. */
const quoted = (name: string) => (RTL_LETTER.test(name) ? `“\u2068${name}\u2069”` : `“${name}”`);
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const tags = (names: readonly string[]) => `${names.length === 1 ? 'Tag' : 'Tags'} ${names.map(quoted).join(', ')}`;

const TITLE_LIMIT = 48;

/** Cuts a title between words. */
function shortened(title: string): string {
  const characters = [...title];
  if (characters.length <= TITLE_LIMIT) return title;
  const cut = characters.slice(0, TITLE_LIMIT).join('');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > TITLE_LIMIT / 2 ? space : cut.length).trimEnd()}…`;
}
