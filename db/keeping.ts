import type { ArticleId, EpochMs, SourceId } from '../contract/model.ts';
import type { CleanedUp, CleanUp } from '../contract/space.ts';
import { articleRemovals } from './article-removal.ts';
import { assetWrites } from './assets.ts';
import { unfinishedReads } from './enclosure-fetches.ts';
import { type ReadableDb, reading, type WritableDb, writing } from './open.ts';
import { settingReads } from './settings.ts';

/** What may ever go by itself or by a clean-up: what a feed brought, and nobody has done anything with but read it. */
const MAY_GO = `a.import_id IS NULL AND a.is_starred = 0 AND a.is_read = 1
  AND a.source_id IN (SELECT s.id FROM source s WHERE s.kind = 'feed')
  AND NOT EXISTS (SELECT 1 FROM article_tag t WHERE t.article_id = a.id AND t.removed_at IS NULL)`;

const DAY_MS = 24 * 3_600_000;
/** In one transaction, for which other changes wait. */
const AT_ONCE = 500;

interface RuleRow {
  readonly source_id: SourceId;
  readonly keep_days: number | null;
  readonly keep_count: number | null;
}

/** What would go by a clean-up. */
export function keepingReads(db: ReadableDb) {
  const ids = db.prepare<[EpochMs], ArticleId>(`SELECT a.id FROM article a WHERE ${MAY_GO} AND a.dated_at < ?`).pluck();
  const weight = db
    .prepare<[string], number>(`
      SELECT coalesce(sum(length(b.packed) + (SELECT coalesce(sum(length(o.packed)), 0) FROM original o WHERE o.article_id = b.article_id)), 0)
      FROM body b WHERE b.article_id IN (SELECT value FROM json_each(?))`)
    .pluck();
  // A picture goes when no other article shows it.
  const pictures = db
    .prepare<[object], number>(`
      WITH meant (id) AS MATERIALIZED (SELECT value FROM json_each(@ids))
      SELECT coalesce(sum(s.size), 0) FROM asset s
      WHERE s.hash IN (SELECT i.asset_hash FROM article_image i WHERE i.article_id IN meant AND i.address LIKE 'http%')
        AND NOT EXISTS (SELECT 1 FROM article_image j WHERE j.asset_hash = s.hash AND j.article_id NOT IN meant)`)
    .pluck();
  const withPictures = db
    .prepare<[string], number>(`
      SELECT count(DISTINCT i.article_id) FROM article_image i
      WHERE i.article_id IN (SELECT value FROM json_each(?)) AND i.asset_hash IS NOT NULL AND i.address LIKE 'http%'`)
    .pluck();
  const revisions = db.prepare<[], { readonly n: number; readonly bytes: number }>(
    'SELECT count(*) AS n, coalesce(sum(length(packed)), 0) AS bytes FROM revision',
  );
  const unfinished = unfinishedReads(db);
  const older = (days: number | null, at: EpochMs): readonly ArticleId[] =>
    days === null ? [] : ids.all(at - days * DAY_MS);

  return {
    cleanUpPreview: reading(db, (choice: CleanUp, at: EpochMs): CleanedUp => {
      const going = older(choice.articlesOlderThanDays, at);
      const gone = new Set(going);
      const bare = older(choice.picturesOlderThanDays, at).filter((id) => !gone.has(id));
      const texts = choice.revisions ? revisions.get() : undefined;
      const begun = choice.unfinished ? unfinished() : undefined;
      const all = JSON.stringify([...going, ...bare]);
      return {
        articles: going.length,
        pictures: bare.length === 0 ? 0 : (withPictures.get(JSON.stringify(bare)) ?? 0),
        revisions: texts?.n ?? 0,
        unfinished: begun?.files ?? 0,
        bytes:
          (weight.get(JSON.stringify(going)) ?? 0) +
          (pictures.get({ ids: all }) ?? 0) +
          (texts?.bytes ?? 0) +
          (begun?.bytes ?? 0),
      };
    }),
  };
}

export function keepingWrites(db: WritableDb, now: () => EpochMs) {
  const remove = articleRemovals(db, now);
  const { dropUnused } = assetWrites(db, now);
  const rules = db.prepare<[object], RuleRow>(
    'SELECT source_id, keep_days, keep_count FROM feed WHERE @all OR keep_days IS NOT NULL OR keep_count IS NOT NULL',
  );
  const { settings } = settingReads(db);
  const tooOld = db
    .prepare<[object], ArticleId>(`
      SELECT a.id FROM article a WHERE a.source_id = @source AND ${MAY_GO} AND a.dated_at < @before LIMIT @limit`)
    .pluck();
  const tooMany = db
    .prepare<[object], ArticleId>(`
      SELECT a.id FROM article a WHERE a.source_id = @source AND ${MAY_GO} AND a.id NOT IN (
        SELECT n.id FROM article n WHERE n.source_id = @source AND n.is_trashed = 0 ORDER BY n.dated_at DESC, n.id DESC LIMIT @count)
      LIMIT @limit`)
    .pluck();
  const older = db
    .prepare<[EpochMs], ArticleId>(`SELECT a.id FROM article a WHERE ${MAY_GO} AND a.dated_at < ? LIMIT ${AT_ONCE}`)
    .pluck();
  const shown = db.prepare<[EpochMs], { readonly id: ArticleId; readonly hash: Uint8Array }>(`
      SELECT i.article_id AS id, i.asset_hash AS hash FROM article_image i JOIN article a ON a.id = i.article_id
      WHERE ${MAY_GO} AND a.dated_at < ? AND i.asset_hash IS NOT NULL AND i.address LIKE 'http%' LIMIT ${AT_ONCE}`);
  const bare = db.prepare<[ArticleId, Uint8Array]>(
    "UPDATE article_image SET asset_hash = NULL WHERE article_id = ? AND asset_hash = ? AND address LIKE 'http%'",
  );
  const dropRevisions = db.prepare('DELETE FROM revision');
  const dropUnfinished = db.prepare('DELETE FROM enclosure_fetch');

  return {
    /** Lets go of what the rules of feeds do not keep, a portion at a time. @returns how many went; 0 when there is no more */
    applyKeeping: writing(db, (): number => {
      const going = new Set<ArticleId>();
      const { keepDays, keepCount } = settings().feedDefaults;
      const isForAll = keepDays !== null || keepCount !== null;
      for (const { source_id: source, keep_days, keep_count } of rules.all({ all: isForAll ? 1 : 0 })) {
        const days = keep_days ?? keepDays;
        const count = keep_count ?? keepCount;
        const limit = AT_ONCE - going.size;
        if (limit <= 0) break;
        if (days !== null) for (const id of tooOld.all({ source, before: now() - days * DAY_MS, limit })) going.add(id);
        if (count !== null) for (const id of tooMany.all({ source, count, limit })) going.add(id);
      }
      remove([...going]);
      return going.size;
    }),

    /** Does what a clean-up says, a portion at a time. @returns how much was done; 0 when there is no more */
    cleanUp: writing(db, ({ articlesOlderThanDays, picturesOlderThanDays, revisions, unfinished }: CleanUp): number => {
      const at = now();
      const going = articlesOlderThanDays === null ? [] : older.all(at - articlesOlderThanDays * DAY_MS);
      remove(going);
      if (going.length > 0) return going.length;
      const pictures = picturesOlderThanDays === null ? [] : shown.all(at - picturesOlderThanDays * DAY_MS);
      for (const { id, hash } of pictures) bare.run(id, hash);
      dropUnused(pictures.map(({ hash }) => hash));
      if (pictures.length > 0) return pictures.length;
      const texts = revisions ? dropRevisions.run().changes : 0;
      return texts + (unfinished ? dropUnfinished.run().changes : 0);
    }),
  };
}
