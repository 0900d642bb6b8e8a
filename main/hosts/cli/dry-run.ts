import type { LookItem } from '../../import/look.ts';
import { type Context, EXIT } from './command.ts';

const PROSPECTS = { fresh: 'new', known: 'known', changed: 'would-change' } as const;

/** Says what an import of the paths, or of those kinds among them, would do. @returns the exit code */
export async function dryRun(
  { passingEngine, isJson, out, say, signal }: Context,
  paths: readonly string[],
  formats: readonly string[] | undefined,
): Promise<number> {
  const { imports } = await passingEngine();
  const isMeant = (format: string) => !formats || formats.includes(format);
  const onItem = (item: LookItem) => {
    if ('format' in item.outcome && !isMeant(item.outcome.format)) return;
    const view = itemView(item);
    if (isJson) out(JSON.stringify(view));
    else if ('error' in view) out(`${view.outcome.padEnd(12)}  ${view.path}: ${view.error.message}`);
  };
  const look = await imports.look(paths, { signal, onItem });
  const { total, refused } = look;
  const kinds = look.kinds.filter(({ format }) => isMeant(format));
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
