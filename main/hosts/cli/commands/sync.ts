import type { StoredFeed } from '../../../../db/store.ts';
import { isElsewhere, type Refreshed } from '../../../feeds/refresh.ts';
import type { FetchEnd } from '../../../pages/runner.ts';
import { type Command, EXIT } from '../command.ts';
import { feedNamed } from '../feed-words.ts';
import { noWords, parseWords } from '../words.ts';

/** `sync`: fetches feeds now. */
export const sync: Command = {
  help: `Usage: sync [--feed FEED]… [--feeds-only]

Fetches feeds and stores what is new in them, then the pages and pictures that their settings want of it. Prints a JSON line for each once it is stored: {id, url, title, status, added, changed, error}, and at the end
{summary: {feeds, recent, failed, added, changed, pages, pictures, elapsedMs}}; recent were left out, as they had been fetched well in the last five minutes (and are not on your own network); pages and pictures are of how many articles these came.

  fetched     it brought something else than last time
  unchanged   it is what it was
  failed      it could not be fetched or read; error says why, and it is tried again later
  held        nothing was asked of it, or it was broken off: offline, offline mode, a host that asked
              to be left alone, another Tearsheet that fetches it at this moment, or Ctrl+C

  --feed FEED  only this one, by id or address; may be given several times. Without it, all but those that are muted, gone or recent, and those that have refused
               to answer or asked for patience, as long as that holds.

  --feeds-only  leave pages and pictures for later: save --waiting fetches them

Exit code 0 when nothing failed, 3 when something did. Ctrl+C ends it cleanly.`,
  async run({ args, isJson, existingEngine, client, out, say, signal }) {
    const { values, positionals } = parseWords(args, {
      feed: { type: 'string', multiple: true },
      'feeds-only': { type: 'boolean', default: false },
    });
    noWords(positionals);
    const { feeds, pages, keeping } = await existingEngine();
    const started = performance.now();
    const sum = { feeds: 0, recent: 0, failed: 0, added: 0, changed: 0, pages: 0, pictures: 0 };
    const onRefreshed = (feed: StoredFeed, refreshed: Refreshed) => {
      sum.feeds++;
      sum.added += refreshed.added;
      sum.changed += refreshed.changed;
      if (refreshed.error && !isElsewhere(refreshed)) sum.failed++;
      out(isJson ? JSON.stringify(view(feed, refreshed)) : lineOf(feed, refreshed));
    };
    const subscriptions = await (await client()).call('feeds.list', null);
    const ids = values.feed?.map((word) => feedNamed(subscriptions, word).id) ?? null;
    sum.recent = (await feeds.sync({ ids, signal, onRefreshed })).recent;
    const onEnd = ({ part, failure }: FetchEnd) => {
      if (failure === null) sum[part === 'page' ? 'pages' : 'pictures']++;
    };
    if (!values['feeds-only'] && !signal.aborted) await pages.run(signal, onEnd);
    if (!signal.aborted) await keeping.apply();
    const summary = { ...sum, elapsedMs: Math.round(performance.now() - started) };
    if (isJson) out(JSON.stringify({ summary }));
    else out(totals(sum));
    if (signal.aborted) say('Cancelled; what had been stored stays.');
    if (signal.aborted) return EXIT.interrupted;
    return sum.failed > 0 ? EXIT.someFailed : EXIT.ok;
  },
};

const totals = ({ feeds, recent, added, changed, failed }: Readonly<Record<string, number>>): string =>
  `${feeds} feeds: ${added} new articles, ${changed} changed, ${failed} failed${recent ? `; ${recent} fetched only minutes ago` : ''}`;

const view = ({ id, url, name }: StoredFeed, { kind, added, changed, error }: Refreshed) => ({
  ...{ id, url, title: name, status: kind, added, changed, error },
});

const lineOf = ({ name }: StoredFeed, { kind, added, changed, error }: Refreshed): string =>
  `${kind.padEnd(9)}  ${name}${error ? `: ${error.message}` : added + changed > 0 ? `: ${added} new, ${changed} changed` : ''}`;
