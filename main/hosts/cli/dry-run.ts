import type { LookItem } from '../../import/look.ts';
import { type Context, EXIT } from './command.ts';

const PROSPECTS = { fresh: 'new', known: 'known', changed: 'would-change' } as const;

/** Says what an import of the paths would do. @returns the exit code */
export async function dryRun({ engine, isJson, out, say, signal }: Context, paths: readonly string[]): Promise<number> {
  const { imports } = await engine();
  const onItem = (item: LookItem) => {
    const view = itemView(item);
    if (isJson) out(JSON.stringify(view));
    else if ('error' in view) out(`${view.outcome.padEnd(12)}  ${view.path}: ${view.error.message}`);
  };
  const { total, kinds, refused } = await imports.look(paths, { signal, onItem });
  if (signal.aborted) {
    say('Cancelled; nothing was stored.');
    return EXIT.interrupted;
  }
  if (isJson)
    out(
      JSON.stringify({
        plan: {
          total,
          kinds: kinds.map(({ format, fresh, known, changed, titles }) => ({
            ...{ kind: format, new: fresh, known, wouldChange: changed, titles },
          })),
          refused: refused.map(({ status, code, message, count }) => ({ outcome: status, code, message, count })),
        },
      }),
    );
  else {
    for (const { format, fresh, known, changed, titles } of kinds) {
      out(`${format.padEnd(12)}  ${fresh} new, ${known} known, ${changed} would change`);
      for (const title of titles) out(`${' '.repeat(14)}${title}`);
    }
    for (const { status, message, count } of refused) out(`${status.padEnd(12)}  ${count}: ${message}`);
    if (total === 0) out('No files found');
  }
  return refused.some(({ status }) => status === 'failed') ? EXIT.someFailed : EXIT.ok;
}

function itemView({ path, outcome }: LookItem) {
  if ('refusal' in outcome) {
    const { status, code, message } = outcome.refusal;
    return { path, outcome: status, error: { code, message } };
  }
  const { format, prospect, title } = outcome;
  return { path, kind: format, outcome: PROSPECTS[prospect], ...(title !== null && { title }) };
}
