import { type Candidate, refusedCandidate } from '../candidate.ts';
import { failed, isRefusal, NOTHING_IN_IT, type Refusal, unreadable } from '../refusal.ts';
import { type Budget, createBudget } from './budget.ts';
import { type Container, type ContainerDeps, isContainer } from './container.ts';
import { openerOf } from './index.ts';

/** Containers within containers: deeper ones are reported and not opened. */
const MAX_DEPTH = 4;

interface ExpandOptions extends Omit<ContainerDeps, 'budget'> {
  /** Called for every file met: how many more there are than was thought. */
  readonly found: (more: number) => void;
  /** Called for containers that nobody has counted yet: one more when one is met in another, one less when one has been counted. */
  readonly holders: (more: number) => void;
  /** Containers that are open; whoever ends early closes them. */
  readonly open: Set<Pick<Container, 'close'>>;
}

/** Where in containers something is met. */
interface Level {
  readonly depth: number;
  /** That of the outermost container; null outside of all. */
  readonly budget: Budget | null;
}

/** Whether it will be opened, and others stand in its place. */
export const isHolder = ({ onDisk, name }: Candidate): boolean => onDisk !== null && openerOf(name) !== null;

/** Puts in the place of every container what it holds, as deep as containers lie within one another. */
export async function* expand(
  candidates: AsyncIterable<Candidate>,
  options: ExpandOptions,
  level: Level = { depth: 0, budget: null },
): AsyncGenerator<Candidate> {
  for await (const candidate of candidates) {
    const load = candidate.onDisk && openerOf(candidate.name);
    if (!load || !candidate.onDisk) yield candidate;
    else if (level.depth >= MAX_DEPTH) {
      options.holders(-1);
      yield refused(candidate, TOO_NESTED);
    } else yield* opened(candidate, candidate.onDisk, load, options, level);
  }
}

async function* opened(
  candidate: Candidate,
  onDisk: NonNullable<Candidate['onDisk']>,
  load: NonNullable<ReturnType<typeof openerOf>>,
  options: ExpandOptions,
  level: Level,
): AsyncGenerator<Candidate> {
  const file = await onDisk();
  if (isRefusal(file)) {
    options.holders(-1);
    return yield refused(candidate, file);
  }
  const budget = level.budget ?? createBudget(file.sizeBytes);
  const container = await load()
    .then((open) => open({ ...file, candidate }, { ...options, budget }))
    .catch(unreadable);
  if (!isContainer(container)) {
    options.holders(-1);
    await file.release();
    return yield refused(candidate, container);
  }
  const held = {
    async close() {
      await container.close();
      await file.release();
    },
  };
  options.open.add(held);
  let given = 1;
  const letGo = async () => {
    if (--given > 0 || !options.open.delete(held)) return;
    await held.close();
    await candidate.done?.();
  };
  let count = 0;
  const entries = counted(container, options, (all) => {
    count = all;
  });
  try {
    for await (const entry of expand(entries, options, { depth: level.depth + 1, budget })) {
      given++;
      const done = async () => {
        await entry.done?.();
        await letGo();
      };
      yield { ...entry, done };
    }
    if (count === 0) yield refused(candidate, NOTHING_IN_IT);
  } finally {
    await letGo();
  }
}

/** The container itself has been counted as one file; what it holds stands in its place. */
async function* counted(
  container: Container,
  { found, holders }: Pick<ExpandOptions, 'found' | 'holders'>,
  onCount: (all: number) => void,
): AsyncGenerator<Candidate> {
  let expected = Math.max(container.count ?? 1, 1);
  found(expected - 1);
  const isKnown = container.count !== undefined;
  if (isKnown) holders(-1);
  let all = 0;
  for await (const entry of container.entries()) {
    onCount(++all);
    if (isHolder(entry)) holders(1);
    if (all > expected) found(all - expected);
    expected = Math.max(expected, all);
    yield entry;
  }
  if (!isKnown) holders(-1);
  // It may have ended before its end.
  found(Math.max(all, 1) - expected);
}

const refused = ({ path, source, done }: Candidate, refusal: Refusal): Candidate => ({
  ...refusedCandidate(path, source, refusal),
  ...(done ? { done } : {}),
});

const TOO_NESTED = failed('too-deep', `It lies in more than ${MAX_DEPTH} archives within one another`);
