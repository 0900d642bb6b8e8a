import type { FeedId, FeedPictures, FullText } from '../contract/feeds.ts';
import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { WritableDb } from './open.ts';
import { isSameOrigin, lackingPicture, queueing } from './page-queue.ts';
import type { PreparedArticle } from './prepared.ts';
import { settingReads } from './settings.ts';

interface RuleRow {
  readonly url: string;
  readonly full_text: FullText | null;
  readonly pictures: FeedPictures | null;
  readonly is_private_allowed: 0 | 1;
}

/** Fewer words than an article has: its page may have more. */
const FEW_WORDS = 150;
/** Of one feed so much waits at once, the newest: nobody means the pages of years by subscribing. */
const MOST_WAITING = 200;

/** What the rules of feeds want fetched for their entries; for use inside a transaction. */
export function feedWishes(db: WritableDb, now: () => EpochMs) {
  const queue = queueing(db, now);
  const { settings } = settingReads(db);
  const ruleOf = db.prepare<[FeedId], RuleRow>(
    'SELECT url, full_text, pictures, is_private_allowed FROM feed WHERE id = ?',
  );
  const lacks = lackingPicture(db);
  const limit = db.prepare<[object]>(`
    DELETE FROM page_queue WHERE why = 'feed' AND state = 'waiting' AND taken_by IS NULL
      AND article_id IN (SELECT a.id FROM article a JOIN feed f ON f.source_id = a.source_id WHERE f.id = @feed)
      AND article_id NOT IN (
        SELECT a.id FROM article a JOIN feed f ON f.source_id = a.source_id WHERE f.id = @feed
        ORDER BY a.dated_at DESC, a.id DESC LIMIT ${MOST_WAITING})`);

  return (feedId: FeedId) => {
    const rule = ruleOf.get(feedId);
    const { feedDefaults } = settings();
    const fullText = rule?.full_text ?? feedDefaults.fullText;
    const pictures = rule?.pictures ?? feedDefaults.pictures;
    /** Somebody said yes to the place of the feed on the own network: that is no yes to whatever it names there. */
    const isOfFeed = (url: string) => rule?.is_private_allowed === 1 && isSameOrigin(url, rule.url);
    let wanted = 0;

    return {
      /** An entry is new, or has changed. */
      entry(articleId: ArticleId, { draft, isCut = false }: PreparedArticle): void {
        const isShort = isCut || draft.wordCount === 0 || (fullText === 'when-shorter' && draft.wordCount < FEW_WORDS);
        const why = 'feed';
        const isPageWanted = fullText === 'page' || (fullText !== 'feed' && isShort);
        if (
          isPageWanted &&
          draft.url &&
          queue({ articleId, part: 'page', url: draft.url, why, mayBePrivate: isOfFeed(draft.url) })
        )
          wanted++;
        const address = pictures === 'all' ? lacks(articleId) : undefined;
        const of = draft.url ?? address ?? '';
        if (address !== undefined && queue({ articleId, part: 'pictures', url: of, why, mayBePrivate: isOfFeed(of) }))
          wanted++;
      },
      /** The last entry of a portion has come. */
      end(): void {
        if (wanted > 0) limit.run({ feed: feedId });
      },
    };
  };
}
