import { resolve } from 'node:path';
import type { ImportItem } from '../../../../contract/model.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { parseWords } from '../words.ts';

/** `import`: files and folders into the library. */
export const importFiles: Command = {
  name: 'import',
  summary: 'import files and folders',
  help: `Usage: import PATH…

Takes files, and folders with everything below them, into the library. Prints a JSON line per file once it is stored:
{path, status, articleId, title, error}, and at the end {summary: {imported, duplicate, updated, skipped, failed, elapsedMs}}.

  imported    a new article
  duplicate   already in the library
  updated     in the library, with other content; tags and state are kept
  skipped     not an article file
  failed      an article file that could not be read; error says why

Exit code 0 when nothing failed, 3 when something did. Ctrl+C ends it cleanly; the same command again goes on where it stopped.`,
  async run({ args, isJson, from, engine, out, say, signal }) {
    const { positionals } = parseWords(args, {});
    if (positionals.length === 0) throw new UsageError('import needs at least one file or folder');
    const started = performance.now();
    const { imports } = await engine();
    const { state, counts } = await imports.fromPaths(
      positionals.map((path) => resolve(from, path)),
      { signal, onItem: (item) => (isJson ? out(JSON.stringify(itemView(item))) : sayItem(item, out)) },
    );
    const summary = { ...counts, elapsedMs: Math.round(performance.now() - started) };
    if (isJson) out(JSON.stringify({ summary }));
    else
      out(
        Object.entries(counts)
          .filter(([, count]) => count > 0)
          .map(([name, count]) => `${count} ${name}`)
          .join(', ') || 'No files found',
      );
    if (state === 'cancelled') say('Cancelled; what had been stored stays.');
    if (state === 'cancelled') return EXIT.interrupted;
    return counts.failed > 0 ? EXIT.someFailed : EXIT.ok;
  },
};

function itemView({ path, status, articleId, title, error }: ImportItem) {
  return {
    path,
    status,
    ...(articleId !== null && { articleId }),
    ...(title !== null && { title }),
    ...(error && { error }),
  };
}

function sayItem({ path, status, title, error }: ImportItem, out: (line: string) => void): void {
  out(`${status.padEnd(9)}  ${error ? `${path}: ${error.message}` : (title ?? path)}`);
}
