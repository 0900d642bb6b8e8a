import { resolve } from 'node:path';
import type { Inspected, Inspection, Inspector } from '../../../inspect.ts';
import { layout } from '../../layout.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { readManifest } from '../manifest.ts';
import { draftView } from '../views.ts';
import { parseWords } from '../words.ts';

/** `inspect`: what would become of files, nothing stored. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'show what would become of files; nothing is stored',
  help: `Usage: inspect PATH… [--url URL] [--manifest FILE]

Prints a JSON line per file: {kind: "article", format, article: {…}} or {error: {code, message}}. Folders are taken with everything below
them; a file that holds several articles gives a line for each, a list of feeds {kind: "feeds", feeds: […]}. Lines of a manifest are answered one line each, with their id, a file of several as
{kind: "collection", entries: […]}; others with their path.

  --url URL         the address the files came from
  --manifest FILE   JSON lines {id, path, url, headers}; relative paths start from the manifest's folder

Exit code 0 when all are articles, 3 when some are not.`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, { url: { type: 'string' }, manifest: { type: 'string' } });
    if (positionals.length === 0 && values.manifest === undefined)
      throw new UsageError('inspect needs a file, a folder or a manifest');
    const paths = positionals.map((path) => resolve(context.from, path));
    // Nothing of the library is needed, so none is opened or made.
    const { createInspector } = await import('../../../inspect.ts');
    const inspector = createInspector(layout.workers.ingest);
    try {
      const named = await inspectNamed(context, inspector, paths, values.url ?? null);
      const listed =
        values.manifest === undefined
          ? 0
          : await inspectListed(context, inspector, resolve(context.from, values.manifest));
      if (context.signal.aborted) return EXIT.interrupted;
      return named + listed > 0 ? EXIT.someFailed : EXIT.ok;
    } finally {
      await inspector.close();
    }
  },
};

/** @returns how many are no articles */
async function inspectNamed(
  context: Context,
  inspector: Inspector,
  paths: readonly string[],
  url: string | null,
): Promise<number> {
  let failed = 0;
  for await (const { path, inspection } of inspector.paths(paths, url)) {
    if (isEnded(context)) break;
    if (!inspection.ok) failed++;
    context.out(JSON.stringify({ path, ...answer(inspection) }));
  }
  return failed;
}

/** @returns how many are no articles */
async function inspectListed(context: Context, inspector: Inspector, manifest: string): Promise<number> {
  let failed = 0;
  for (const line of await readManifest(manifest, context.from)) {
    if (isEnded(context)) break;
    const found = 'problem' in line ? [refusal(line.problem)] : await inspector.file(line.path, line.told);
    if (!found.every(({ inspection }) => inspection.ok)) failed++;
    context.out(JSON.stringify({ ...(line.id !== undefined && { id: line.id }), ...answerAll(found) }));
  }
  return failed;
}

const isEnded = ({ signal, unheard }: Context): boolean => signal.aborted || unheard.aborted;

const refusal = (message: string): Inspected => ({
  path: '',
  inspection: { ok: false, code: 'invalid-line', message },
});

/** A file is answered by its article, or by all it holds. */
const answerAll = (found: readonly Inspected[]) => {
  const [first] = found;
  if (first && found.length === 1) return answer(first.inspection);
  return { kind: 'collection', entries: found.map(({ path, inspection }) => ({ path, ...answer(inspection) })) };
};

function answer(result: Inspection) {
  if (!result.ok) return { error: { code: result.code, message: result.message } };
  if ('feeds' in result) return { kind: 'feeds', format: result.format, feeds: result.feeds };
  return { kind: 'article', format: result.format, article: draftView(result.draft) };
}
