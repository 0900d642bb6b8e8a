import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ingest } from '../../ingest/index.ts';
import { NOTHING_TOLD } from '../../ingest/types.ts';
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
  const tally = { 'well-formed': [0, 0], 'not well-formed': [0, 0] };
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

function differenceOf(wanted: readonly unknown[], found: readonly unknown[]): string {
  const [known, read] = [wanted, found].map((list) => new Set(list.map((one) => JSON.stringify(one))));
  const missing = [...(known ?? [])].filter((one) => !read?.has(one));
  const more = [...(read ?? [])].filter((one) => !known?.has(one));
  return `${missing.length} missing, ${more.length} more. ${[...missing, ...more].join(' ')}`;
}

if (existsSync(folder)) await measure();
else console.log(`not measured: ${folder} is not there`);
