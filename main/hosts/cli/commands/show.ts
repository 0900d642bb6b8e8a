import type { ArticleId } from '../../../../contract/model.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { detailView } from '../views.ts';
import { numberWord, parseWords } from '../words.ts';

/** `show`: one article whole. */
export const show: Command = {
  name: 'show',
  summary: 'show one article whole',
  help: `Usage: show ID

Prints the article: title, byline, dates, text, html, tags, state.`,
  async run({ args, isJson, client, out }) {
    const { positionals } = parseWords(args, {});
    const [word, ...others] = positionals;
    if (word === undefined || others.length > 0) throw new UsageError('show takes one article id');
    const id = numberWord('ID', word, [1, Number.MAX_SAFE_INTEGER]) as ArticleId;
    const article = await (await client()).call('articles.get', { id });
    if (isJson) out(JSON.stringify(detailView(article)));
    else {
      const { byline, publishedAt, source } = detailView(article);
      out(
        [article.title, [byline, publishedAt?.slice(0, 10), source].filter(Boolean).join(' · '), '', article.text].join(
          '\n',
        ),
      );
    }
    return EXIT.ok;
  },
};
