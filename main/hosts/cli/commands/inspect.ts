import { resolve } from 'node:path';
import type { Inspected, Inspection, Inspector } from '../../../inspect.ts';
import { layout } from '../../layout.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { readManifest } from '../manifest.ts';
import { draftView } from '../views.ts';
import { parseWords } from '../words.ts';

/** `inspect`: what would become of files, nothing stored. */
export const inspect: Command = {
  help: `Usage: inspect PATH… [--url URL] [--manifest FILE] [--raw]

Prints a JSON line per file: {kind: "article", format, article: {…}} or {error: {code, message}}. A feed is shown as it states itself,
{kind: "feed", format, bozo, encoding, feed: {…}, entries: […]}, a list of feeds as {kind: "feeds", feeds: […]}. Folders are taken with everything
below them; any other file that holds several articles gives a line for each. Lines of a manifest are answered one line each, with their id, a
file of several as {kind: "collection", entries: […]}; others with their path.

A feed's title is HTML where the feed means it so, else text; its other words are HTML. It is "bozo" when it breaks the rules: it is not
well-formed, or not in the encoding or of the type that it was said to be.

  --url URL         the address the files came from
  --manifest FILE   JSON lines {id, path, url, headers}; relative paths start from the manifest's folder
  --raw             feeds with their HTML as it was before it was made safe

Exit code 0 when all are articles or feeds, 3 when some are not.`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, {
      url: { type: 'string' },
      manifest: { type: 'string' },
      raw: { type: 'boolean' },
    });
    if (positionals.length === 0 && values.manifest === undefined)
      throw new UsageError('inspect needs a file, a folder or a manifest');
    const paths = positionals.map((path) => resolve(context.from, path));
    // Nothing of the library is needed, so none is opened or made.
    const { createInspector } = await import('../../../inspect.ts');
    const inspector = createInspector(layout.workers.ingest, values.raw);
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

/** @returns how many are refused */
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

/** @returns how many are refused */
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
  if ('feed' in result) return { kind: 'feed', ...result.feed };
  if ('feeds' in result) return { kind: 'feeds', format: result.format, feeds: result.feeds };
  return { kind: 'article', format: result.format, article: draftView(result.draft) };
}
