import type { TripPlan, TripProgress } from '../../../../contract/trip.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { feedNamed } from '../feed-words.ts';
import { noWords, parseWords } from '../words.ts';

/** `trip`: articles made ready to be read without a network. */
export const trip: Command = {
  help: `Usage: trip --hours H [--megabytes M] [--feed FEED]… [--search WORDS] [--no-sync]
       trip --resume

Fetches feeds, then texts and pictures of the newest unread articles, until there are so many hours of reading (230 words a minute) or it weighs so much.
Prints a JSON line {articles, hours, megabytes, end, missing: [{id, title, reason}], missingCount}. end is hours, megabytes, or all when there is no more.

  --feed FEED     only of this feed, by id or address; may be given several times
  --search WORDS  only of what a search finds
  --no-sync       fetch no feeds first
  --resume        go on with the one that was cut off

Exit code 0 when enough is ready, 3 when there was not enough to be had. Ctrl+C ends it cleanly.`,
  async run({ args, isJson, existingEngine, client, out, say, signal }) {
    const { values, positionals } = parseWords(args, {
      hours: { type: 'string' },
      megabytes: { type: 'string' },
      feed: { type: 'string', multiple: true },
      search: { type: 'string' },
      'no-sync': { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
    });
    noWords(positionals);
    const { trips } = await existingEngine();
    const planned = async (): Promise<TripPlan> => {
      if (values.resume) {
        const open = await trips.unfinished();
        if (!open) throw new UsageError('Nothing was cut off that could go on');
        return open;
      }
      if (values.feed && values.search !== undefined) throw new UsageError('trip takes either feeds or a search');
      const subscriptions = values.feed ? await (await client()).call('feeds.list', null) : null;
      const feeds = subscriptions ? (values.feed?.map((word) => feedNamed(subscriptions, word).id) ?? null) : null;
      return {
        scope: values.search === undefined ? { feeds } : { text: values.search },
        hours: amount('--hours', values.hours),
        megabytes: values.megabytes === undefined ? null : amount('--megabytes', values.megabytes),
        isSynced: !values['no-sync'] && values.search === undefined,
      };
    };
    const done = await trips.prepare(await planned(), signal);
    const view = viewOf(done);
    if (isJson) out(JSON.stringify(view));
    else {
      for (const { title, reason } of done.missing) out(`missing  ${title}: ${reason}`);
      out(`${view.articles} articles, ${view.hours} hours of reading, ${view.megabytes} MB`);
    }
    if (signal.aborted) say('Cancelled; trip --resume goes on.');
    if (signal.aborted) return EXIT.interrupted;
    return done.end === 'all' ? EXIT.someFailed : EXIT.ok;
  },
};

function amount(name: string, word: string | undefined): number {
  const value = Number(word);
  if (word === undefined || !Number.isFinite(value) || value < 0.1 || value > 1_000_000)
    throw new UsageError(`${name} must be a number above 0`);
  return value;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

const viewOf = ({ articles, minutes, bytes, end, missing, missingCount }: TripProgress) => ({
  ...{ articles, hours: tenths(minutes / 60), megabytes: tenths(bytes / 1024 / 1024), end },
  ...{ missing, missingCount },
});
