import type { Pool } from '../../base/pool.ts';
import type { Look, LookKind, LookRefusal, Prospect } from '../../contract/imports.ts';
import type { LookId } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { Candidate } from './candidate.ts';
import type { Container } from './containers/container.ts';
import { expand } from './containers/expand.ts';
import { lookAtBatch, takenApart } from './reading.ts';
import type { Refusal } from './refusal.ts';
import { type ReadFile, readBatches } from './run.ts';

/** How many are named of each kind, and of each reason. */
const TITLES = 5;
const PATHS = 50;

/** What one file would become, or why it would not. */
export interface LookItem {
  readonly path: string;
  readonly outcome:
    | { readonly prospect: Prospect; readonly format: string; readonly title: string | null }
    | { readonly refusal: Refusal };
}

interface LookOptions {
  readonly id: LookId;
  readonly name: string;
  readonly candidates: AsyncIterable<Candidate>;
  readonly store: Pick<Store, 'prospects' | 'listProspect' | 'spoolFolder'>;
  readonly pool: Pool;
  readonly signal: AbortSignal;
  readonly onItem: (item: LookItem) => void;
  /** Called after each batch. */
  readonly onProgress: (look: Look) => void;
}

/**
 * Looks at candidates as an import would, without reading what need not be read and without storing anything.
 * When `signal` ends it, what is being read is given up, and it resolves with what it had found once nothing of it goes on.
 */
export async function lookAt(options: LookOptions): Promise<Look> {
  const { id, name, candidates, store, signal, onItem, onProgress } = options;
  const pool = options.pool.until(signal);
  const tally = createTally();
  const open = new Set<Pick<Container, 'close'>>();
  let total = 0;
  const look = (state: Look['state'], problem: string | null = null): Look => ({
    ...{ id, name, state, problem, total: Math.max(total, tally.count()), done: tally.count() },
    ...{ kinds: tally.kinds(), refused: tally.refused() },
  });
  const found = (more: number) => {
    total += more;
  };
  async function* counted(): AsyncGenerator<Candidate> {
    for await (const candidate of candidates) {
      found(1);
      yield candidate;
    }
  }

  /** Articles met in this look: a second file of one is what it would be then. */
  const met = { hashes: new Set<string>(), uids: new Set<string>() };

  const note = async (files: readonly ReadFile[], answers: Awaited<ReturnType<typeof ask>>) => {
    if (signal.aborted) return;
    const looked = answers.flatMap(([, answer]) => ('looked' in answer ? [answer.looked] : []));
    const stored = (looked.length > 0 ? await store.prospects(looked) : []).values();
    for (const [{ path }, answer] of answers) {
      const outcome = await (async (): Promise<LookItem['outcome']> => {
        if ('status' in answer) return { refusal: answer };
        if ('feeds' in answer) {
          const { format, feeds } = answer;
          const title = feeds.length === 1 ? '1 feed' : `${feeds.length} feeds`;
          return { prospect: await store.listProspect(feeds), format, title };
        }
        const { format, title, uid, originalHash } = answer.looked;
        const before = stored.next().value ?? 'fresh';
        const isSame = met.hashes.has(originalHash);
        const prospect = isSame ? 'known' : before === 'fresh' && met.uids.has(uid) ? 'changed' : before;
        met.hashes.add(originalHash);
        met.uids.add(uid);
        return { prospect, format, title };
      })();
      tally.add(path, outcome);
      onItem({ path, outcome });
    }
    for (const { candidate } of files) await candidate.done?.();
    onProgress(look('running'));
  };
  const ask = (files: readonly ReadFile[]) => takenApart(files, (some) => lookAtBatch(pool, some));

  let last: Promise<void> = Promise.resolve();
  const ahead: Promise<void>[] = [];
  try {
    const { spoolFolder } = store;
    const expanded = expand(counted(), { pool, spoolFolder, found, holders: () => {}, open, signal });
    for await (const files of readBatches(expanded, signal)) {
      const asked = ask(files);
      const previous = last;
      last = (async () => {
        const answers = await asked;
        await previous;
        await note(files, answers);
      })();
      // A failure is met where the batch is awaited.
      last.catch(() => {});
      ahead.push(last);
      while (ahead.length > AHEAD) await ahead.shift();
    }
    await last;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await Promise.allSettled([...ahead, last]);
    await Promise.allSettled([...open].map((container) => container.close()));
  }
  return signal.aborted ? look('failed', CANCELLED) : look('done');
}

const CANCELLED = 'It was cancelled';

/** Batches that are looked at while the next are read. */
const AHEAD = 3;

function createTally() {
  const kinds = new Map<string, { fresh: number; known: number; changed: number; readonly titles: string[] }>();
  const reasons = new Map<string, { readonly refusal: Refusal; count: number; readonly paths: string[] }>();
  let count = 0;

  return {
    count: () => count,
    add(path: string, outcome: LookItem['outcome']): void {
      count++;
      if ('refusal' in outcome) {
        const { refusal } = outcome;
        const key = `${refusal.status} ${refusal.code} ${refusal.message}`;
        const reason = reasons.get(key) ?? { refusal, count: 0, paths: [] };
        reason.count++;
        if (reason.paths.length < PATHS) reason.paths.push(path);
        reasons.set(key, reason);
        return;
      }
      const { format, prospect, title } = outcome;
      const kind = kinds.get(format) ?? { fresh: 0, known: 0, changed: 0, titles: [] };
      kind[prospect]++;
      if (title !== null && kind.titles.length < TITLES) kind.titles.push(title);
      kinds.set(format, kind);
    },
    kinds: (): readonly LookKind[] =>
      [...kinds]
        .map(([format, kind]) => ({ format, ...kind, titles: [...kind.titles] }))
        .sort((a, b) => sizeOf(b) - sizeOf(a)),
    refused: (): readonly LookRefusal[] =>
      [...reasons.values()]
        .map(({ refusal: { status, code, message }, count: many, paths }) => ({
          ...{ status, code, message, count: many, paths: [...paths] },
        }))
        .sort((a, b) => (a.status === b.status ? b.count - a.count : a.status === 'failed' ? -1 : 1)),
  };
}

const sizeOf = ({ fresh, known, changed }: LookKind): number => fresh + known + changed;
