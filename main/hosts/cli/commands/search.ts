import { type Command, EXIT, UsageError } from '../command.ts';
import { filterHelp, filterOf, filterOptions } from '../filter-words.ts';
import { hitView } from '../views.ts';
import { numberWord, parseWords } from '../words.ts';

/** `search`: best matches first. */
export const search: Command = {
  help: `Usage: search QUERY [--limit N] [options]

Words must all occur; "words in quotes" in this order; the last word may be the beginning of one.
Prints {total, elapsedMs, hits: […]}, best first; total is exact. Of more than 2,000 matches the newest 2,000 are ranked.

  --limit N       at most so many hits (default 20, at most 200)
${filterHelp}`,
  async run({ args, isJson, client, out }) {
    // `-x` is something to look for; this command has no short options.
    const words = args.map((word) => word.replace(/^-(?!-)/, ' -'));
    const { values, positionals } = parseWords(words, { ...filterOptions, limit: { type: 'string', default: '20' } });
    if (positionals.length === 0) throw new UsageError('search needs words to look for');
    const { call } = await client();
    const { total, elapsedMs, hits } = await call('search.run', {
      text: positionals.join(' '),
      filter: filterOf(values),
      limit: numberWord('--limit', values.limit, [1, 200]),
      offset: 0,
    });
    const views = hits.map(hitView);
    if (isJson) out(JSON.stringify({ total, elapsedMs: Math.round(elapsedMs * 100) / 100, hits: views }));
    else {
      for (const { id, title, snippet } of views) out(`${String(id).padStart(7)}  ${title}\n         ${snippet}`);
      out(`${total} found`);
    }
    return EXIT.ok;
  },
};
