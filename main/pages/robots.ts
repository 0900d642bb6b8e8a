import type { EpochMs } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { Net } from '../net/fetcher.ts';
import type { Failure } from './tries.ts';

/** What we are called in `robots.txt`. */
const OWN_NAME = 'tearsheet';
const MAX_BYTES = 512 * 1024;
const DAY_MS = 24 * 3_600_000;

interface Rule {
  readonly isAllowed: boolean;
  readonly path: string;
}

/** Whether a `robots.txt` lets a program called `name` ask for a path, by RFC 9309: the group that names it, else that of all; the longest rule that fits. */
export function isAllowedBy(robots: string, path: string, name = OWN_NAME): boolean {
  const groups = groupsOf(robots);
  const own = groups.filter(({ agents }) => agents.includes(name));
  const rules = (own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))).flatMap(
    (group) => group.rules,
  );
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!fits(rule.path, path)) continue;
    const isLonger = best === null || rule.path.length > best.path.length;
    if (isLonger || (rule.path.length === best?.path.length && rule.isAllowed)) best = rule;
  }
  return best?.isAllowed ?? true;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
}

const LINE = /^\s*(user-agent|allow|disallow)\s*:\s*([^#]*)/i;

function groupsOf(robots: string): readonly Group[] {
  const groups: Group[] = [];
  let isNaming = false;
  for (const line of robots.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const [, key = '', written = ''] = LINE.exec(line) ?? [];
    const value = written.trim();
    if (key === '') continue;
    if (key.toLowerCase() === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(value.toLowerCase().split('/')[0]?.trim() ?? '');
      isNaming = true;
      continue;
    }
    isNaming = false;
    // A rule without a path forbids nothing.
    if (value !== '') groups.at(-1)?.rules.push({ isAllowed: key.toLowerCase() === 'allow', path: value });
  }
  return groups;
}

/** `*` stands for anything, `$` at the end for the end; a rule is the beginning of what it fits. No backtracking: a rule may be anything. */
function fits(rule: string, path: string): boolean {
  const isWhole = rule.endsWith('$');
  const parts = (isWhole ? rule.slice(0, -1) : rule).split('*');
  const [first = '', ...others] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [nth, part] of others.entries()) {
    if (isWhole && nth === others.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}

export interface Robots {
  /** Whether a page may be asked for that nobody asked for by hand; null when it may. */
  refusal(url: string, mayBePrivate: boolean, signal: AbortSignal): Promise<Failure | null>;
}

/** What sites ask of programs that fetch many pages, asked for once a day. */
export function createRobots({
  store,
  net,
  now,
}: {
  readonly store: Store;
  readonly net: Net;
  readonly now: () => EpochMs;
}): Robots {
  return {
    async refusal(url, mayBePrivate, signal) {
      const { origin, pathname, search } = new URL(url);
      const kept = await store.robots(origin);
      let rules = kept?.rules ?? null;
      if (kept === null || now() - kept.at > DAY_MS) {
        const outcome = await net.fetch({
          ...{
            url: `${origin}/robots.txt`,
            why: 'robots',
            accept: 'text/plain, */*;q=0.1',
            maxBytes: MAX_BYTES,
            signal,
          },
          privateOrigins: mayBePrivate ? [origin] : [],
        });
        if (outcome.kind === 'failed' && (outcome.status === null || outcome.status === 429 || outcome.status >= 500))
          return outcome;
        rules = outcome.kind === 'ok' ? new TextDecoder().decode(outcome.bytes) : null;
        await store.keepRobots(origin, { rules, at: now() });
      }
      return rules === null || isAllowedBy(rules, `${pathname}${search}`) ? null : FORBIDDEN;
    },
  };
}

const FORBIDDEN: Failure = {
  code: 'robots',
  message: 'The site asks programs not to fetch this page by themselves. You can fetch it yourself',
};
