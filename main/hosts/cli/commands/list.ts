import type { ArticleSummary } from '../../../../contract/model.ts';
import type { Cursor, Page } from '../../../../contract/query.ts';
import type { ListDirection, ListOrder } from '../../../../contract/settings.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { filterHelp, filterOf, filterOptions } from '../filter-words.ts';
import { iso, summaryView } from '../views.ts';
import { noWords, numberWord, parseWords } from '../words.ts';

const PAGE = 200;

/** `list`: articles, newest first. */
export const list: Command = {
  help: `Usage: list [--limit N] [options]

Prints {total, articles: […]}; total counts all that match, not only those printed.

  --limit N       at most so many (default 50)
  --order O       added (default) or published
  --oldest        oldest first
${filterHelp}`,
  async run({ args, isJson, client, out }) {
    const { values, positionals } = parseWords(args, {
      ...filterOptions,
      limit: { type: 'string', default: '50' },
      order: { type: 'string', default: 'added' },
      oldest: { type: 'boolean', default: false },
    });
    noWords(positionals);
    const limit = numberWord('--limit', values.limit, [1, 1_000_000]);
    const order = orderOf(values.order);
    const direction: ListDirection = values.oldest ? 'oldest' : 'newest';
    const filter = filterOf(values);
    const { call } = await client();

    const articles: ReturnType<typeof summaryView>[] = [];
    let after: Cursor | null = null;
    do {
      const page: Page<ArticleSummary> = await call('articles.list', {
        filter,
        order,
        direction,
        after,
        limit: Math.min(PAGE, limit - articles.length),
      });
      articles.push(...page.items.map(summaryView));
      after = page.next;
    } while (after && articles.length < limit);

    if (isJson) out(JSON.stringify({ total: await call('articles.count', filter), articles }));
    else
      for (const { id, title, publishedAt, addedAt } of articles)
        out(`${String(id).padStart(7)}  ${(publishedAt ?? iso(Date.parse(addedAt))).slice(0, 10)}  ${title}`);
    return EXIT.ok;
  },
};

function orderOf(word: string): ListOrder {
  if (word === 'added' || word === 'published') return word;
  throw new UsageError('--order must be added or published');
}
