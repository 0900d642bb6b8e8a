import { refusedCandidate } from '../../candidate.ts';
import { sourceWithin } from '../archive-container.ts';
import type { OpenContainer } from '../container.ts';
import { openAt } from '../open-file.ts';
import { allCandidates, besideIn } from './candidates.ts';
import { createContents } from './contents.ts';
import { FULL, goThrough, problemOf } from './go-through.ts';
import { createSpool } from './spool.ts';

/** Web archives, packed or not (ISO 28500), and those of the kind before. Gone through twice: once for what is where, once for the pages. */
export const openWarc: OpenContainer = async ({ location, sizeBytes, candidate }, deps) => {
  const file = await openAt(location, deps.signal);
  const spool = createSpool(deps);
  const { path } = candidate;
  const source = sourceWithin(candidate);
  return {
    async *entries() {
      const contents = createContents();
      const found = await goThrough({ file, start: 0, sizeBytes }, spool, contents);
      contents.settle();
      yield* allCandidates(contents, { path, source, beside: besideIn(contents), budget: deps.budget });
      if (contents.isFull) yield refusedCandidate(path, source, FULL);
      const problem = problemOf(found);
      if (problem) yield refusedCandidate(path, source, problem);
    },
    async close() {
      await file.close();
      await spool.close();
    },
  };
};
