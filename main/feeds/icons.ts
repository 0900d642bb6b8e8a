import type { Pool } from '../../base/pool.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { IconDue, Store } from '../../db/store.ts';
import type { ImageAsset } from '../../ingest/types.ts';
import type { Net, NetFailure } from '../net/fetcher.ts';

/** How long what a site gave or did not give is good for. */
const WEEK_MS = 7 * 24 * 3_600_000;
/** In one go, so that other work comes to its turn. */
const PORTION = 20;
/** Addresses of a page that are tried before it is left alone for a week. */
const MOST_TRIED = 3;
const PAGE_BYTES = 4 * 1024 * 1024;
const ICON_BYTES = 1024 * 1024;

interface IconDeps {
  readonly net: Net;
  readonly pool: Pool;
  readonly store: Pick<Store, 'iconsDue' | 'noteIcon'>;
  readonly now: () => EpochMs;
}

export interface Icons {
  /** Asks the sites of feeds for their icons, each at most once a week, whatever it answered. @returns how many feeds have another now */
  refreshDue(signal: AbortSignal): Promise<number>;
}

/** Icons of feeds: asked of their own sites, and of nobody who collects them. */
export function createIcons(deps: IconDeps): Icons {
  const { net, store, now } = deps;
  return {
    async refreshDue(signal) {
      let changed = 0;
      while (!net.isOfflineMode && !signal.aborted) {
        const due = await store.iconsDue(now() - WEEK_MS, PORTION);
        for (const feed of due) {
          const icon = await iconFor(feed, deps, signal);
          if (icon === 'later') return changed;
          if (await store.noteIcon(feed.id, icon, now())) changed++;
        }
        if (due.length < PORTION) return changed;
      }
      return changed;
    },
  };
}

/** Nothing of it is the site's doing: it is asked another time. */
const LATER: ReadonlySet<NetFailure> = new Set(['offline', 'offline-mode', 'cancelled']);

type Got = Uint8Array | 'later' | null;

async function iconFor(
  feed: IconDue,
  { net, pool }: IconDeps,
  signal: AbortSignal,
): Promise<ImageAsset | 'later' | null> {
  const page = siteOf(feed);
  // A list can name what is no address of the web.
  if (page === null) return null;
  const privateOrigins = feed.isPrivateAllowed ? [new URL(feed.url).origin] : [];
  const ask = (url: string, accept: string, maxBytes: number) =>
    net.fetch({ url, why: 'icon', feedId: feed.id, accept, maxBytes, privateOrigins, signal });

  const fetched = await ask(page, 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1', PAGE_BYTES);
  if (fetched.kind === 'failed' && LATER.has(fetched.code)) return 'later';
  const answer =
    fetched.kind === 'ok'
      ? { bytes: fetched.bytes, mediaType: fetched.mediaType, url: fetched.url }
      : { bytes: new Uint8Array(), mediaType: null, url: page };
  // Both ends of these channels are ours. What ends the reader names no icon.
  const icons = (await pool.call('ingest.icons', answer).catch(() => [])) as readonly (ImageAsset | string)[];
  for (const icon of icons.slice(0, MOST_TRIED)) {
    if (typeof icon !== 'string') return icon;
    const bytes = await bytesAt(icon, ask);
    if (bytes === 'later') return bytes;
    const read =
      bytes && ((await pool.call('ingest.icon', bytes).catch(() => null)) as ImageAsset | { ok: false } | null);
    if (read && 'hash' in read) return read;
  }
  return null;
}

async function bytesAt(
  url: string,
  ask: (url: string, accept: string, maxBytes: number) => ReturnType<Net['fetch']>,
): Promise<Got> {
  const fetched = await ask(url, 'image/*, */*;q=0.1', ICON_BYTES);
  if (fetched.kind === 'ok') return fetched.bytes;
  return fetched.kind === 'failed' && LATER.has(fetched.code) ? 'later' : null;
}

/** The page a feed belongs to, as it says; else the front page of where it lies. */
function siteOf({ siteUrl, url }: IconDue): string | null {
  const stated = siteUrl === null ? null : URL.parse(siteUrl, url);
  const site = [stated, URL.parse('/', url)].find((each) => each && /^https?:$/.test(each.protocol));
  return site?.href ?? null;
}
