import type { Pool } from '../../base/pool.ts';
import type { FeedCandidate, FeedLook, FeedPick, FeedPreview, LookProblem } from '../../contract/feed-look.ts';
import { type PastedAddress, pastedAddress } from '../../ingest/discover/address.ts';
import { knownPaths } from '../../ingest/discover/known-paths.ts';
import { knownFeeds } from '../../ingest/discover/known-sites.ts';
import { feedLink } from '../../ingest/discover/links.ts';
import { looksLikeFeed } from '../../ingest/discover/page-links.ts';
import type { Net } from '../net/fetcher.ts';
import { type Asked, type Asking, createAsking } from './asking.ts';

/** So many candidates are looked at before a person is asked to choose. */
const MOST_TRIED = 3;

export interface LookOptions {
  /** Whether the person has said yes to an address on their own network. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

export interface Discovery {
  /** Finds the feeds behind whatever a person pasted, and looks at the first of them. */
  look(address: string, options: LookOptions): Promise<FeedLook>;
  /** Looks at what is at one address, and nowhere else. */
  preview(url: string, options: LookOptions): Promise<FeedLook>;
  /** Finds lists on a page that has no feed. */
  pick(url: string, options: LookOptions): Promise<FeedPick>;
}

type Page = Extract<Asked, { kind: 'page' }>;

export function createDiscovery({ net, pool }: { readonly net: Net; readonly pool: Pool }): Discovery {
  const begin = (address: string, { allowPrivate, signal }: LookOptions) => {
    const pasted = pastedAddress(address);
    const privateOrigins = allowPrivate && pasted ? originsOf(pasted.url) : [];
    return pasted && { pasted, asking: createAsking({ net, pool, pasted, privateOrigins, signal }) };
  };

  return {
    async look(address, options) {
      const begun = begin(address, options);
      if (!begun) return nothing(NO_ADDRESS);
      const { withUserinfo } = begun.asking;
      const { candidates, preview, problem } = await lookAt(begun.pasted, begun.asking);
      return {
        candidates: candidates.map((candidate) => ({ ...candidate, url: withUserinfo(candidate.url) })),
        preview: preview && { ...preview, url: withUserinfo(preview.url) },
        problem,
      };
    },
    async preview(url, options) {
      const begun = begin(url, options);
      if (!begun) return nothing(NO_ADDRESS);
      const asked = await begun.asking.ask(begun.pasted.url, 'preview');
      if (asked.kind === 'feed') return ofAddressItself(asked.preview);
      return nothing(asked.kind === 'failed' ? asked.problem : asked.kind === 'page' ? NO_FEED : NO_PAGE);
    },
    async pick(url, options) {
      const begun = begin(url, options);
      if (!begun) return nothingToPick(url, NO_ADDRESS);
      const fetched = await begun.asking.fetch(begun.pasted.url, 'discovery');
      if (fetched.kind === 'failed') return nothingToPick(url, fetched.problem);
      const { kind: _, lastingUrl, ...answer } = fetched;
      // Both ends of this channel are ours.
      const lists = (await pool.call('ingest.pick', answer).catch(() => null)) as Lists | null;
      if (!lists || lists.proposals.length === 0) return nothingToPick(lastingUrl, NO_LISTS);
      return { url: lastingUrl, ...lists, problem: null };
    },
  };
}

type Lists = Pick<FeedPick, 'title' | 'proposals'>;

const nothingToPick = (url: string, problem: LookProblem): FeedPick => ({ url, title: null, proposals: [], problem });

const NO_ADDRESS: LookProblem = { code: 'no-address', message: 'There is no web address in this.' };
const NO_LISTS: LookProblem = {
  code: 'no-feed',
  message: 'No list of articles was found on this page: it may be put together only in a browser.',
};

/** What a person typed without a scheme may be either. */
export function originsOf(url: string): readonly string[] {
  const { host, origin } = new URL(url);
  return [...new Set([origin, `https://${host}`, `http://${host}`])];
}

const nothing = (problem: LookProblem): FeedLook => ({ candidates: [], preview: null, problem });

const found = (candidates: readonly FeedCandidate[], preview: FeedPreview | null): FeedLook => ({
  candidates,
  preview,
  problem: null,
});

const NO_FEED: LookProblem = { code: 'no-feed', message: 'There is a page at this address, but no feed was found.' };
const LOGIN: LookProblem = {
  code: 'login',
  message: 'This address leads to a page that asks for a password, and no feed was found.',
};
const NO_PAGE: LookProblem = { code: 'no-feed', message: 'What is at this address is neither a feed nor a page.' };

/** From what costs nothing to what costs most: known services, the address itself, what its page names, what it links to, usual places. */
async function lookAt(pasted: PastedAddress, asking: Asking): Promise<FeedLook> {
  const { look: known } = await chosen(knownFeeds(pasted.url), asking);
  // What is known by the shape of an address alone counts when it was seen, or when the page itself tells nothing.
  if (known?.preview || known?.problem) return known;
  return (await atAddress(pasted, asking, known === null)) ?? known ?? nothing(NO_FEED);
}

/** @param isLast whether there is nothing else to offer, and it is to be said why */
async function atAddress(pasted: PastedAddress, asking: Asking, isLast: boolean): Promise<FeedLook | null> {
  const because = (problem: LookProblem) => (isLast ? nothing(problem) : null);
  const first = await askedEitherWay(pasted, asking);
  if (first.kind === 'failed') return (await behindDeadEnd(first, pasted.url, asking)) ?? because(first.problem);
  if (first.kind === 'feed') return ofAddressItself(first.preview);
  if (first.kind === 'other') return because(NO_PAGE);
  return (await behindPage(first, pasted.url, asking)) ?? because(first.asksForPassword ? LOGIN : NO_FEED);
}

const ofAddressItself = (preview: FeedPreview): FeedLook => found([feedLink(preview.url, preview.title)], preview);

/** Nobody types a scheme: what is not answered in one is asked in the other, unless a password would then be sent in the open. */
async function askedEitherWay({ url, isSchemeStated, userinfo }: PastedAddress, asking: Asking): Promise<Asked> {
  const asked = await asking.ask(url, 'discovery');
  if (isSchemeStated || userinfo !== null || asked.kind !== 'failed' || !NO_CONNECTION.has(asked.failure)) return asked;
  const other = url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:');
  const again = await asking.ask(other, 'discovery');
  return again.kind === 'failed' ? asked : again;
}

const NO_CONNECTION: ReadonlySet<string> = new Set(['connection', 'tls', 'too-slow']);

/** An article that is gone, a feed that has moved: the front page of its site may know more. */
async function behindDeadEnd(
  { problem }: Extract<Asked, { kind: 'failed' }>,
  url: string,
  asking: Asking,
): Promise<FeedLook | null> {
  const front = new URL('/', url).href;
  if (problem.code !== 'not-found' || front === url) return null;
  const page = await asking.ask(front, 'discovery');
  return page.kind === 'page' ? (await chosen(page.declared, asking)).look : null;
}

async function behindPage(page: Page, asked: string, asking: Asking): Promise<FeedLook | null> {
  const { look } = await chosen(page.declared, asking);
  if (look) return look;
  const elsewhere = new URL(page.url).host === new URL(asked).host ? [] : knownFeeds(page.url);
  const moved = await chosen(elsewhere, asking);
  if (moved.look) return moved.look;
  const linked = await chosen(page.linked, asking);
  if (linked.look) return linked.look;
  // A page about feeds is linked to by that name.
  const listed = linked.pages.flatMap((other) => [
    ...other.declared,
    ...other.linked.filter(({ url }) => looksLikeFeed(url)),
  ]);
  const further = await chosen(listed, asking);
  if (further.look) return further.look;
  return page.asksForPassword ? null : atUsualPlaces(page.url, asking);
}

async function atUsualPlaces(pageUrl: string, asking: Asking): Promise<FeedLook | null> {
  for (const url of knownPaths(pageUrl)) {
    if (asking.isSpent) return null;
    const asked = await asking.ask(url, 'discovery');
    if (asked.kind === 'feed') return ofAddressItself(asked.preview);
    // Who answers nothing, or has had enough, is left alone.
    if (asked.kind === 'failed' && !MAY_GO_ON.has(asked.failure)) return null;
  }
  return null;
}

const MAY_GO_ON: ReadonlySet<string> = new Set(['not-found', 'gone', 'refused', 'http', 'server-error', 'too-large']);

interface Chosen {
  /** Null when none of those that were tried is a feed and there are no more. */
  readonly look: FeedLook | null;
  /** What turned out to be pages. */
  readonly pages: readonly Page[];
}

/** Looks at the first candidates until one is a feed with something in it; those that are none are left out. */
async function chosen(candidates: readonly FeedCandidate[], asking: Asking): Promise<Chosen> {
  const pages: Page[] = [];
  const left: FeedCandidate[] = [];
  let empty: { readonly candidate: FeedCandidate; readonly preview: FeedPreview } | null = null;
  for (const [nth, candidate] of candidates.entries()) {
    if (nth >= MOST_TRIED || asking.isSpent) {
      left.push(...candidates.slice(nth));
      break;
    }
    const asked = await asking.ask(candidate.url, 'preview');
    if (asked.kind === 'feed') {
      const seen = { ...candidate, url: asked.preview.url, title: candidate.title ?? asked.preview.title };
      if (asked.preview.entryCount > 0) {
        const others = [...(empty ? [empty.candidate] : []), ...left, ...candidates.slice(nth + 1)];
        return { look: found([seen, ...others], asked.preview), pages };
      }
      empty ??= { candidate: seen, preview: asked.preview };
    } else if (asked.kind === 'page') pages.push(asked);
    else if (asked.kind === 'failed') {
      if (ENDS_ALL.has(asked.failure)) return { look: nothing(asked.problem), pages };
      // It may be out of order only now.
      if (!GONE.has(asked.failure)) left.push(candidate);
    }
  }
  if (empty) return { look: found([empty.candidate, ...left], empty.preview), pages };
  return { look: left.length > 0 ? found(left, null) : null, pages };
}

const ENDS_ALL: ReadonlySet<string> = new Set(['offline-mode', 'offline', 'cancelled']);
const GONE: ReadonlySet<string> = new Set(['not-found', 'gone', 'bad-address', 'private-address', 'dns', 'http']);
