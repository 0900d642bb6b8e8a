import { resolve } from 'node:path';
import type { ImportItem } from '../../../../contract/imports.ts';
import { FORMATS } from '../../../../ingest/parse/index.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { dryRun } from '../dry-run.ts';
import { itemView, sayCounts, sayItem } from '../import-views.ts';
import { parseWords, tagWords } from '../words.ts';

/** `import`: files and folders into the library. */
export const importFiles: Command = {
  help: `Usage: import PATH… [--tag NAME]… [--only KIND,…] [--dry-run]

Takes files, and folders with everything below them, into the library. Prints a JSON line per file once it is stored:
{path, kind, status, articleId, title, note, error}, and at the end {summary: {imported, duplicate, updated, skipped, failed, elapsedMs}}.

  imported    a new article
  duplicate   already in the library
  updated     in the library, with other content, or newly tagged; tags and state are kept
  skipped     not an article file
  failed      an article file that could not be read; error says why

  --tag NAME  put a tag on everything that comes in, and on what is there already; may be given several times

  --only KINDS  take only files of these kinds, as they stand in "kind": --only html,mail
  --dry-run     store nothing and say what would come in: {path, kind, outcome, title, error} a line, outcome being new, known,
                would-change, skipped or failed; at the end {plan: {total, kinds: [{kind, new, known, wouldChange, titles}],
                refused: [{outcome, code, message, count}]}}. Files are looked at and not read whole: one that holds no article counts.
                Where there is no library none is made

Exit code 0 when nothing failed, 3 when something did. Ctrl+C ends it cleanly; the same command again goes on where it stopped.`,
  async run(context) {
    const { args, isJson, from, engine, out, say, signal } = context;
    const { values, positionals } = parseWords(args, {
      tag: { type: 'string', multiple: true },
      only: { type: 'string' },
      'dry-run': { type: 'boolean' },
    });
    if (positionals.length === 0) throw new UsageError('import needs at least one file or folder');
    const paths = positionals.map((path) => resolve(from, path));
    const formats = kindsIn(values.only);
    if (values['dry-run']) return dryRun(context, paths, formats);
    const tags = tagWords(values.tag ?? []);
    const started = performance.now();
    const { imports } = await engine();
    const onItem = (item: ImportItem) => (isJson ? out(JSON.stringify(itemView(item))) : sayItem(item, out));
    const { state, counts } = await imports.fromPaths(paths, { signal, onItem, tags, formats });
    sayCounts(counts, performance.now() - started, isJson, out);
    if (state === 'cancelled') say('Cancelled; what had been stored stays.');
    if (state === 'cancelled') return EXIT.interrupted;
    return counts.failed > 0 ? EXIT.someFailed : EXIT.ok;
  },
};

/** The kinds of files that are asked for; undefined for all. @throws UsageError */
function kindsIn(words: string | undefined): readonly string[] | undefined {
  const kinds = words?.split(',').map((kind) => kind.trim());
  const unknown = kinds?.find((kind) => !FORMATS.includes(kind));
  if (unknown === undefined) return kinds;
  throw new UsageError(`There is no kind of file “${unknown}”; there are ${FORMATS.join(', ')}`);
}
