import { type Command, EXIT } from '../command.ts';
import { detailView } from '../views.ts';
import { idWord, oneWord, parseWords } from '../words.ts';

/** `show`: one article whole. */
export const show: Command = {
  help: `Usage: show ID

Prints the article: title, byline, dates, text, html, tags, state.`,
  async run({ args, isJson, client, out }) {
    const id = idWord(oneWord(parseWords(args, {}).positionals, 'show takes one article id'));
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
