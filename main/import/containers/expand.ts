import { type Candidate, isRefusal, type Refusal, refusedCandidate } from '../candidate.ts';
import { type Container, type ContainerDeps, isContainer } from './container.ts';
import { openerOf } from './index.ts';

/** Containers within containers: deeper ones are reported and not opened. */
const MAX_DEPTH = 4;

interface ExpandOptions extends ContainerDeps {
  /** Called for every file met: how many more there are than was thought. */
  readonly found: (more: number) => void;
  /** Containers that are open; whoever ends early closes them. */
  readonly open: Set<Container>;
}

/** Puts in the place of every container what it holds, as deep as containers lie within one another. */
export async function* expand(
  candidates: AsyncIterable<Candidate>,
  options: ExpandOptions,
  depth = 0,
): AsyncGenerator<Candidate> {
  for await (const candidate of candidates) {
    const load = candidate.onDisk && openerOf(candidate.name);
    if (!load || !candidate.onDisk) yield candidate;
    else if (depth >= MAX_DEPTH) yield refused(candidate, TOO_NESTED);
    else yield* opened(candidate, candidate.onDisk, load, options, depth);
  }
}

async function* opened(
  candidate: Candidate,
  onDisk: NonNullable<Candidate['onDisk']>,
  load: NonNullable<ReturnType<typeof openerOf>>,
  options: ExpandOptions,
  depth: number,
): AsyncGenerator<Candidate> {
  const file = await onDisk();
  if (isRefusal(file)) return yield refused(candidate, file);
  const release = () => file.release();
  const container = await (await load())({ ...file, candidate }, options);
  if (!isContainer(container)) {
    await release();
    return yield refused(candidate, container);
  }
  options.open.add(container);
  let held = 1;
  const letGo = async () => {
    if (--held > 0 || !options.open.delete(container)) return;
    await container.close();
    await release();
    await candidate.done?.();
  };
  let count = 0;
  try {
    for await (const entry of expand(container.entries(), options, depth + 1)) {
      if (count++ > 0) options.found(1);
      held++;
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

const refused = ({ path, source, done }: Candidate, refusal: Refusal): Candidate => ({
  ...refusedCandidate(path, source, refusal),
  ...(done ? { done } : {}),
});

const TOO_NESTED: Refusal = {
  status: 'failed',
  code: 'too-deep',
  message: `It lies in more than ${MAX_DEPTH} archives within one another`,
};

const NOTHING_IN_IT: Refusal = { status: 'skipped', code: 'not-an-article', message: 'There is no article in it' };
