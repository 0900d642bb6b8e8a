/** Tags of one or more articles while they are being edited; nothing is changed until it is sent. */
export interface TagDraft {
  /** Tags all of the articles carry. */
  readonly onAll: ReadonlySet<string>;
  /** Tags only some of them carry. */
  readonly onSome: ReadonlySet<string>;
  readonly add: ReadonlySet<string>;
  readonly remove: ReadonlySet<string>;
}

/** @param isWhole whether these are all the articles that are meant, and not only those that are loaded */
export function draftOf(articles: readonly { readonly tags: readonly string[] }[], isWhole: boolean): TagDraft {
  const all = new Set(articles.flatMap(({ tags }) => tags));
  const isOnAll = (tag: string) => isWhole && articles.every(({ tags }) => tags.includes(tag));
  return {
    onAll: new Set([...all].filter(isOnAll)),
    onSome: new Set([...all].filter((tag) => !isOnAll(tag))),
    add: new Set(),
    remove: new Set(),
  };
}

/** Puts a tag on all of them. */
export function withTag(draft: TagDraft, tag: string): TagDraft {
  const remove = without(draft.remove, tag);
  return draft.onAll.has(tag) ? { ...draft, remove } : { ...draft, remove, add: new Set([...draft.add, tag]) };
}

/** Takes a tag off all of them. */
export function withoutTag(draft: TagDraft, tag: string): TagDraft {
  const isThere = draft.onAll.has(tag) || draft.onSome.has(tag);
  return {
    ...draft,
    add: without(draft.add, tag),
    remove: isThere ? new Set([...draft.remove, tag]) : draft.remove,
  };
}

/** The tags to show, in order of name, and whether only some of the articles carry them. */
export function shownTags({
  onAll,
  onSome,
  add,
  remove,
}: TagDraft): readonly { readonly name: string; readonly isPartial: boolean }[] {
  const names = new Set([...onAll, ...onSome, ...add]);
  return [...names]
    .filter((name) => !remove.has(name))
    .sort((a, b) => a.localeCompare(b))
    .map((name) => ({ name, isPartial: onSome.has(name) && !add.has(name) }));
}

function without(set: ReadonlySet<string>, tag: string): Set<string> {
  return new Set([...set].filter((other) => other !== tag));
}
