import { AppError } from '../contract/errors.ts';
import type { ChangeReport, EpochMs } from '../contract/model.ts';
import type { Selection } from '../contract/query.ts';
import { type WritableDb, writing } from './open.ts';
import { selections } from './selection.ts';
import { cleanTag, foldTag } from './tag-names.ts';
import { tagPairs } from './tag-pairs.ts';
import { tagRecords } from './tag-records.ts';
import { type UndoPart, undoLog } from './undo-log.ts';

/** Tags, added, taken off, renamed and deleted, with a way back. */
export function tagWrites(db: WritableDb, now: () => EpochMs) {
  const idsOf = selections(db);
  const records = tagRecords(db, now);
  const pairs = tagPairs(db, now);
  const log = undoLog(db, now);

  const livingTag = (name: string) => {
    const tag = records.find(name);
    if (!tag || tag.removed_at !== null) throw new AppError('not-found', `There is no tag “${name}”`);
    return tag;
  };

  const added = (name: string, ids: readonly number[]): UndoPart[] => {
    if (ids.length === 0) return [];
    const { id: tagId, isNew } = records.make(name);
    const made: UndoPart[] = isNew ? [{ change: 'tag made', tagId, name: null, ids: [] }] : [];
    return [...made, { change: 'tagged', tagId, name: null, ids: pairs.tag(tagId, ids) }];
  };

  const removed = (name: string, ids: readonly number[]): UndoPart[] => {
    const tag = records.find(name);
    return tag ? [{ change: 'untagged', tagId: tag.id, name: null, ids: pairs.untag(tag.id, ids) }] : [];
  };

  return {
    setTags: writing(db, (selection: Selection, add: readonly string[], remove: readonly string[]): ChangeReport => {
      const ids = idsOf(selection);
      const off = distinct(remove);
      const on = distinct(add).filter((name) => !off.some((other) => foldTag(other) === foldTag(name)));
      const changes = [
        ...on.map((name) => ({ name, isAdded: true, parts: added(name, ids) })),
        ...off.map((name) => ({ name, isAdded: false, parts: removed(name, ids) })),
      ].filter(({ parts }) => parts.some((part) => part.ids.length > 0));
      const names = (isAdded: boolean) =>
        changes.filter((change) => change.isAdded === isAdded).map(({ name }) => records.find(name)?.name ?? name);
      return log.add(
        'tags',
        { added: names(true), removed: names(false) },
        changes.flatMap(({ parts }) => parts),
      );
    }),

    renameTag: writing(db, (from: string, to: string): ChangeReport => {
      const tag = livingTag(from);
      const name = cleanTag(to);
      if (name === '') throw new AppError('invalid-params', 'A tag needs a name');
      if (name === tag.name) return { changed: 0, undo: null };
      const ids = pairs.carriers(tag.id);
      const detail = { from: tag.name, to: name };
      const target = records.find(name);
      if (!target || target.id === tag.id) {
        records.name(tag.id, name);
        return log.add('rename-tag', detail, [{ change: 'tag named', tagId: tag.id, name: tag.name, ids }]);
      }
      const isMerge = target.removed_at === null;
      const parts = added(name, ids);
      const off: UndoPart = { change: 'untagged', tagId: tag.id, name: null, ids: pairs.untag(tag.id, ids) };
      records.remove(tag.id);
      const gone: UndoPart = { change: 'tag removed', tagId: tag.id, name: tag.name, ids: [] };
      return log.add(isMerge ? 'merge-tag' : 'rename-tag', isMerge ? { from: tag.name, to: target.name } : detail, [
        ...parts,
        off,
        gone,
      ]);
    }),

    deleteTag: writing(db, (name: string): ChangeReport => {
      const tag = livingTag(name);
      const ids = pairs.untag(tag.id, pairs.carriers(tag.id));
      records.remove(tag.id);
      return log.add('delete-tag', { from: tag.name }, [
        { change: 'untagged', tagId: tag.id, name: null, ids },
        { change: 'tag removed', tagId: tag.id, name: tag.name, ids: [] },
      ]);
    }),
  };
}

/** Names as they are kept, each tag once, without empty ones. */
function distinct(names: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const written of names) {
    const name = cleanTag(written);
    if (name !== '' && !byFold.has(foldTag(name))) byFold.set(foldTag(name), name);
  }
  return [...byFold.values()];
}
