import type {
  ArticleId,
  ArticleSummary,
  DatePrecision,
  Direction,
  EpochMs,
  SourceId,
  SourceKind,
  StatedDate,
} from '../contract/model.ts';
import type { ReadableDb } from './open.ts';
import { FIXED } from './statements.ts';
import { usageIn } from './usage.ts';

type Flag = 0 | 1;

/** SQL's view of a list row. */
interface SummaryRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly excerpt: string;
  readonly byline: string | null;
  readonly site_name: string | null;
  readonly source_id: SourceId;
  readonly source_kind: SourceKind;
  readonly source_name: string;
  readonly published_at: EpochMs | null;
  readonly published_precision: DatePrecision | null;
  readonly published_zone: string | null;
  readonly added_at: EpochMs;
  readonly language: string | null;
  readonly direction: Direction;
  readonly word_count: number;
  readonly is_read: Flag;
  readonly is_starred: Flag;
  readonly is_archived: Flag;
  readonly is_trashed: Flag;
  readonly tags: string | null;
  readonly usage: string | null;
}

/** Tag names apart from each other: a name cannot hold this character. */
const BETWEEN = '\u001f';

/** List rows for ids, in the order given; unknown ids are left out. */
export function summaryReads(db: ReadableDb) {
  const one = db.prepare<[ArticleId], SummaryRow>(`
    SELECT a.id, a.title, a.excerpt, a.byline, a.site_name, a.source_id, s.kind AS source_kind, s.name AS source_name,
      a.published_at, a.published_precision, a.published_zone, a.added_at, a.language, a.direction, a.word_count,
      a.is_read, a.is_starred, a.is_archived, a.is_trashed, a.usage,
      (SELECT group_concat(t.name, char(31)) FROM article_tag p JOIN tag t ON t.id = p.tag_id
        WHERE p.article_id = a.id AND p.removed_at IS NULL) AS tags
    FROM article a JOIN source s ON s.id = a.source_id
    WHERE a.id = ${FIXED}`);
  return (ids: readonly ArticleId[]): ArticleSummary[] =>
    ids.flatMap((id) => {
      const row = one.get(id);
      return row ? [toSummary(row)] : [];
    });
}

const toSummary = (row: SummaryRow): ArticleSummary => ({
  id: row.id,
  title: row.title,
  excerpt: row.excerpt,
  byline: row.byline,
  siteName: row.site_name,
  source: { id: row.source_id, kind: row.source_kind, name: row.source_name },
  published: toDate(row.published_at, row.published_precision, row.published_zone),
  usage: usageIn(row.usage)?.usage ?? null,
  addedAt: row.added_at,
  language: row.language,
  direction: row.direction,
  wordCount: row.word_count,
  tags: row.tags === null ? [] : row.tags.split(BETWEEN).sort(byName),
  isRead: row.is_read === 1,
  isStarred: row.is_starred === 1,
  isArchived: row.is_archived === 1,
  isTrashed: row.is_trashed === 1,
});

const collator = new Intl.Collator('en', { numeric: true });

/** The order of names everywhere: as in a dictionary, numbers by their size. */
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** A stated date from its three columns. */
export const toDate = (at: EpochMs | null, precision: DatePrecision | null, zone: string | null): StatedDate | null =>
  at === null || precision === null ? null : { at, precision, zone };
