import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ListedFeed } from '../../contract/model.ts';
import { memoryStore } from '../../db/testing.ts';
import { feedsInOpml } from '../../ingest/feed/opml.ts';
import { ingest } from '../../ingest/index.ts';
import { NOTHING_TOLD } from '../../ingest/types.ts';
import { opmlOf } from '../../main/feeds/opml.ts';
import { root } from '../process.ts';

// Which feeds are found in lists of feeds, beside what is known to be in them: run as `node scripts/run.js ./corpora/opml.ts`.

interface KnownFeed {
  readonly xmlUrl: string;
  readonly title: string | null;
  readonly htmlUrl: string | null;
  readonly folder: readonly string[];
}

/** What is known of a file: everything when it is well-formed, else the addresses that a pattern finds. */
interface Known {
  readonly file: string;
  readonly wellformed: boolean;
  readonly list?: readonly KnownFeed[];
  readonly lenient_urls?: readonly string[];
}

const folder = join(root, '../shared/corpora/opml');

async function measure(): Promise<void> {
  const known: readonly Known[] = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const tally = {
    'well-formed': [0, 0],
    'not well-formed': [0, 0],
    'given out again': [0, 0],
    'in the same order': [0, 0],
  };
  let slowest = 0;
  for (const { file, wellformed, list = [], lenient_urls: urls = [] } of known) {
    const path = join(folder, 'files', file);
    if (!existsSync(path)) continue;
    const bytes = new Uint8Array(readFileSync(path));
    const start = performance.now();
    const result = await ingest({ ...NOTHING_TOLD, name: file, bytes });
    slowest = Math.max(slowest, performance.now() - start);
    const feeds = result.ok && 'feeds' in result ? result.feeds : [];
    const found = wellformed
      ? feeds.map(({ url, title, siteUrl, folder }) => ({ xmlUrl: url, title, htmlUrl: siteUrl, folder }))
      : feeds.map(({ url }) => url);
    const back = givenBack(feeds);
    const said = (one: ListedFeed) =>
      JSON.stringify([one.url, one.title, one.siteUrl, one.folder, Object.entries(one.attributes).sort()]);
    const [before, after] = [feeds, back].map((list) =>
      list.map((one) => ({ ...one, attributes: { type: 'rss', text: one.title ?? '', ...one.attributes } })).map(said),
    );
    for (const [name, isSame] of [
      ['given out again', isDeepStrictEqual(new Set(before), new Set(after))],
      ['in the same order', isDeepStrictEqual(before, after)],
    ] as const) {
      tally[name][1] = (tally[name][1] ?? 0) + 1;
      if (isSame) tally[name][0] = (tally[name][0] ?? 0) + 1;
    }
    if (!isDeepStrictEqual(new Set(before), new Set(after)))
      console.log(`${file}: given out again, ${differenceOf(before ?? [], after ?? [])}`.slice(0, 600));
    const wanted = wellformed
      ? list.map(({ xmlUrl, title, htmlUrl, folder }) => ({ xmlUrl, title, htmlUrl, folder }))
      : urls;
    const count = tally[wellformed ? 'well-formed' : 'not well-formed'];
    count[1] = (count[1] ?? 0) + 1;
    if (isDeepStrictEqual(found, wanted)) count[0] = (count[0] ?? 0) + 1;
    else console.log(`${file}: ${differenceOf(wanted, found)}${result.ok ? '' : ` ${result.message}`}`);
  }
  for (const [name, [right, all]] of Object.entries(tally))
    console.log(`${name.padEnd(16)} ${right} of ${all} as they are`);
  console.log(`the longest took ${slowest.toFixed(1)} ms`);
}

/** What a library that subscribes to a list gives out again. */
function givenBack(feeds: readonly ListedFeed[]): readonly ListedFeed[] {
  const store = memoryStore();
  store.subscribeToListed(feeds, 0);
  const list = opmlOf(store.feedFolders(), store.feeds(), 0);
  store.db.close();
  return feedsInOpml(list);
}

function differenceOf(wanted: readonly unknown[], found: readonly unknown[]): string {
  const [known, read] = [wanted, found].map((list) => new Set(list.map((one) => JSON.stringify(one))));
  const missing = [...(known ?? [])].filter((one) => !read?.has(one));
  const more = [...(read ?? [])].filter((one) => !known?.has(one));
  return `${missing.length} missing, ${more.length} more. ${[...missing, ...more].join(' ')}`;
}

if (existsSync(folder)) await measure();
else console.log(`not measured: ${folder} is not there`);
