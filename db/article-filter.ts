import type { ArticleFilter, Shelf } from '../contract/query.ts';
import type { ReadableDb } from './open.ts';
import { findTag } from './tag-names.ts';

/** The term whose index a list walks along; the other terms are looked at row by row. */
type Driver = 'tag' | 'import' | 'source' | 'folder' | 'starred' | 'shelf' | 'offline';

/** A filter made ready for SQL. Only its shape goes into the text, so shapes are few and each is prepared once. */
export interface FilterPlan {
  readonly driver: Driver;
  readonly places: readonly number[];
  readonly terms: ReadonlySet<Driver>;
  readonly params: Readonly<Record<string, number>>;
}

const PLACES: Readonly<Record<Shelf, readonly number[]>> = {
  articles: [0, 1],
  archive: [2, 3],
  trash: [4, 5],
  library: [0, 1, 2, 3],
};

const isUnreadPlace = (place: number) => place % 2 === 0;

/**
 * Chooses how to walk: along the term that the fewest articles satisfy.
 * @returns null when nothing can match
 */
export function filterPlans(db: ReadableDb): (filter: ArticleFilter) => FilterPlan | null {
  const tagOf = findTag(db);
  const counts = {
    tag: db.prepare<[number], number>('SELECT sum(n) FROM tag_count WHERE tag_id = ?').pluck(),
    import: db.prepare<[number], number>('SELECT imported + updated FROM import WHERE id = ?').pluck(),
    source: db.prepare<[number], number>('SELECT sum(n) FROM article_count WHERE source_id = ?').pluck(),
    folder: db
      .prepare<[number], number>(
        `SELECT coalesce(sum(n), 0) FROM article_count WHERE source_id IN (${IN_FOLDER.replace('@folder', '?')})`,
      )
      .pluck(),
    all: db.prepare<[], number>('SELECT coalesce(sum(n), 0) FROM article_count').pluck(),
    starred: db.prepare<[], number>('SELECT sum(n) FROM article_count WHERE is_starred = 1').pluck(),
  };

  return ({ shelf, unreadOnly, starredOnly, tag, sourceId, importId, folderId, offlineOnly }) => {
    const params: Record<string, number> = {};
    const besides: Driver[] = [];
    const sizes: [Driver, number][] = [];
    if (tag !== null) {
      const found = tagOf(tag);
      if (!found) return null;
      params['tag'] = found.id;
      sizes.push(['tag', counts.tag.get(found.id) ?? 0]);
    }
    if (importId !== null) {
      params['import'] = importId;
      sizes.push(['import', counts.import.get(importId) ?? 0]);
    }
    if (sourceId !== null) {
      params['source'] = sourceId;
      sizes.push(['source', counts.source.get(sourceId) ?? 0]);
    }
    if (folderId !== null) {
      params['folder'] = folderId;
      const size = counts.folder.get(folderId) ?? 0;
      // Few articles are sorted; of many a page is soon found along the whole shelf.
      if (size * size <= PAGE * (counts.all.get() ?? 0)) sizes.push(['folder', size]);
      else besides.push('folder');
    }
    if (offlineOnly) besides.push('offline');
    if (starredOnly) sizes.push(['starred', counts.starred.get() ?? 0]);
    const [smallest] = [...sizes].sort((a, b) => a[1] - b[1]);
    return {
      driver: smallest?.[0] ?? 'shelf',
      places: PLACES[shelf].filter((place) => !unreadOnly || isUnreadPlace(place)),
      terms: new Set([...sizes.map(([term]) => term), ...besides]),
      params,
    };
  };
}

/** Sources of the feeds in a folder and in those inside it. */
export const IN_FOLDER = `
  WITH RECURSIVE inside (id) AS (SELECT @folder UNION SELECT f.id FROM feed_folder f JOIN inside i ON f.parent_id = i.id)
  SELECT source_id FROM feed WHERE folder_id IN (SELECT id FROM inside)`;

/** About as many articles as a list asks for at once. */
const PAGE = 100;

const ON_ARTICLE: Readonly<Record<Exclude<Driver, 'shelf'>, string>> = {
  tag: 'EXISTS (SELECT 1 FROM article_tag p WHERE p.article_id = a.id AND p.tag_id = @tag AND p.removed_at IS NULL)',
  import: 'a.import_id = @import',
  source: 'a.source_id = @source',
  folder: `a.source_id IN (${IN_FOLDER})`,
  starred: 'a.is_starred = 1',
  offline: `a.is_cut = 0 AND (a.word_count > 0 OR a.url IS NULL OR EXISTS (SELECT 1 FROM article_image i WHERE i.article_id = a.id))
    AND NOT EXISTS (SELECT 1 FROM article_image i WHERE i.article_id = a.id AND i.asset_hash IS NULL)`,
};

/** Which index serves a driver, by sort column. */
const INDEX: Readonly<Record<Driver, { readonly added_at: string; readonly dated_at: string }>> = {
  tag: { added_at: 'article_tag_added', dated_at: 'article_tag_dated' },
  import: { added_at: 'article_import_added', dated_at: 'article_import_dated' },
  source: { added_at: 'article_source_added', dated_at: 'article_source_dated' },
  folder: { added_at: 'article_source_added', dated_at: 'article_source_dated' },
  starred: { added_at: 'article_starred_added', dated_at: 'article_starred_dated' },
  shelf: { added_at: 'article_added', dated_at: 'article_dated' },
  offline: { added_at: 'article_added', dated_at: 'article_dated' },
};

/**
 * Selects `key, id` of what a plan means, one branch per place. Each branch is a range of one index;
 * sorted by `key, id`, the branches are merged without a sort.
 * @param bound a further condition on `(key, id)`, with `KEY` and `ID` for the columns
 */
export function branches({ driver, places, terms }: FilterPlan, key: 'added_at' | 'dated_at', bound = ''): string {
  const others = [...terms].filter((term) => term !== driver && term !== 'shelf');
  const conditions = others.map((term) => ON_ARTICLE[term as Exclude<Driver, 'shelf'>]);
  const branch = (place: number): string => {
    if (driver === 'tag') {
      const join = others.length > 0 ? 'CROSS JOIN article a ON a.id = t.article_id' : '';
      const where = [
        't.tag_id = @tag',
        't.removed_at IS NULL',
        `t.place = ${place}`,
        ...conditions,
        ...boundOn(bound, `t.${key}`, 't.article_id'),
      ];
      return `SELECT t.${key} AS key, t.article_id AS id FROM article_tag t INDEXED BY ${INDEX.tag[key]} ${join} WHERE ${where.join(' AND ')}`;
    }
    const own = driver === 'shelf' ? [] : [ON_ARTICLE[driver]];
    const where = [...own, `a.place = ${place}`, ...conditions, ...boundOn(bound, `a.${key}`, 'a.id')];
    return `SELECT a.${key} AS key, a.id AS id FROM article a INDEXED BY ${INDEX[driver][key]} WHERE ${where.join(' AND ')}`;
  };
  return places.map(branch).join(' UNION ALL ');
}

/** What a plan means, as conditions on the row of an article `a`. */
export function conditions({ places, terms }: FilterPlan): string {
  const others = [...terms].filter((term) => term !== 'shelf').map((term) => ON_ARTICLE[term]);
  return [`a.place IN (${places.join(', ')})`, ...others].join(' AND ');
}

const boundOn = (bound: string, key: string, id: string): string[] =>
  bound === '' ? [] : [bound.replace('KEY', key).replace('ID', id)];
