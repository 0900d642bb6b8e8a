import { type Command, EXIT, UsageError } from '../command.ts';
import { iso } from '../views.ts';
import { parseWords } from '../words.ts';
import { LOOK_HELP, lookAt } from './feed-look.ts';

const PAGE = 1_000;

/** `feed`: feeds that are known of. */
export const feed: Command = {
  name: 'feed',
  summary: 'find the feeds behind an address, list those that imported lists (OPML) named',
  help: `Usage: feed list | look ADDRESS | pick ADDRESS

feed list prints {feeds: [{url, title, siteUrl, folders, attributes, addedAt}]} in the order of the lists. folders are paths, outermost name first; a feed that is in
several has several. attributes is whatever else a list said of it.

${LOOK_HELP}`,
  async run(context) {
    const { args, isJson, client, out } = context;
    const [first, ...others] = args;
    if (first === 'look' || first === 'pick') return lookAt(first, context, others);
    const [word, ...rest] = parseWords(args, {}).positionals;
    if (word !== 'list' || rest.length > 0) throw new UsageError('feed is followed by: list, look or pick');
    const { call } = await client();
    const feeds = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<typeof call<'feeds.listed'>>> = await call('feeds.listed', { after, limit: PAGE });
      feeds.push(...page.feeds);
      after = page.next;
    }
    if (isJson) out(JSON.stringify({ feeds: feeds.map((kept) => ({ ...kept, addedAt: iso(kept.addedAt) })) }));
    else
      for (const { url, title, folders } of feeds)
        out([folders.map((path) => path.join(' / ')).join(', '), title, url].filter(Boolean).join('  '));
    return EXIT.ok;
  },
};
