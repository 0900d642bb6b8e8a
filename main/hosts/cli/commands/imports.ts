import type { ImportItem, ImportSummary } from '../../../../contract/imports.ts';
import type { ImportId } from '../../../../contract/model.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { importSummaryView, itemView, sayCounts, sayItem } from '../import-views.ts';
import { numberWord, parseWords } from '../words.ts';

const PAGE_LINES = 1_000;

/** `imports`: past imports: what came of them, once more, or back. */
export const imports: Command = {
  help: `Usage: imports list
       imports show ID [--csv] [--failed]
       imports undo ID
       imports retry ID

  list     a JSON line per import, newest first
  show     a JSON line per file: {path, kind, status, articleId, title, note, error}
           --csv     the same as a CSV file, with a head
           --failed  only what could not be read
  undo     takes the import back: articles it brought go, articles it changed are what they were.
           Prints {removed, restored, kept}; kept are those that a later import has changed since
  retry    imports what failed once more, from where it came; prints what import prints

Exit code 0 when all is well, 1 when it cannot be done, 3 when something failed again.`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, {
      csv: { type: 'boolean' },
      failed: { type: 'boolean' },
    });
    const [what, word, ...more] = positionals;
    if (more.length > 0) throw new UsageError(`There is no use for “${more.join(' ')}” here`);
    if (what === 'list' && word === undefined) return listImports(context);
    if (word === undefined || !['show', 'undo', 'retry'].includes(what ?? ''))
      throw new UsageError('imports needs list, or show, undo or retry and the number of an import');
    const id = numberWord('The number of an import', word, [1, Number.MAX_SAFE_INTEGER]) as ImportId;
    if (what === 'show')
      return values.csv ? showCsv(context, id) : showReport(context, id, values.failed ? 'failed' : 'all');
    return what === 'undo' ? undoImport(context, id) : retryImport(context, id);
  },
};

async function listImports({ existingEngine, isJson, out }: Context): Promise<number> {
  const { imports } = await existingEngine();
  for (const summary of await imports.list())
    out(isJson ? JSON.stringify(importSummaryView(summary)) : lineOf(summary));
  return EXIT.ok;
}

const lineOf = ({ id, name, startedAt, state, counts, undoneAt }: ImportSummary): string => {
  const taken = counts.imported + counts.updated;
  const end = undoneAt === null ? (state === 'done' ? '' : `, ${state}`) : ', undone';
  return `${String(id).padStart(5)}  ${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')}  ${name}: ${taken} taken, ${counts.duplicate} known, ${counts.skipped} skipped, ${counts.failed} failed${end}`;
};

async function showReport(
  { existingEngine, isJson, out, unheard }: Context,
  id: ImportId,
  which: 'all' | 'failed',
): Promise<number> {
  const { imports } = await existingEngine();
  const status = which === 'all' ? 'all' : 'not-taken';
  for (let after: number | null = -1; after !== null && !unheard.aborted; ) {
    const page: { readonly items: readonly ImportItem[]; readonly next: number | null } = await imports.items(
      id,
      status,
      after,
      PAGE_LINES,
    );
    for (const item of page.items) {
      if (which === 'failed' && item.status !== 'failed') continue;
      if (isJson) out(JSON.stringify(itemView(item)));
      else sayItem(item, out);
    }
    after = page.next;
  }
  return EXIT.ok;
}

async function showCsv({ existingEngine, out, unheard }: Context, id: ImportId): Promise<number> {
  const { imports } = await existingEngine();
  for await (const line of imports.csv(id)) {
    if (unheard.aborted) break;
    out(line.replace(/\r\n$/, ''));
  }
  return EXIT.ok;
}

async function undoImport({ existingEngine, isJson, out }: Context, id: ImportId): Promise<number> {
  const { imports } = await existingEngine();
  const undone = await imports.undo(id);
  const { removed, restored, kept } = undone;
  out(
    isJson
      ? JSON.stringify(undone)
      : `${removed} removed, ${restored} as they were${kept > 0 ? `, ${kept} kept: a later import has changed them` : ''}`,
  );
  return EXIT.ok;
}

async function retryImport({ existingEngine, isJson, out, say, signal }: Context, id: ImportId): Promise<number> {
  const { imports } = await existingEngine();
  const started = performance.now();
  const onItem = (item: ImportItem) => (isJson ? out(JSON.stringify(itemView(item))) : sayItem(item, out));
  const { state, counts } = await imports.retry(id, { signal, onItem });
  sayCounts(counts, performance.now() - started, isJson, out);
  if (state === 'cancelled') say('Cancelled; what had been stored stays.');
  if (state === 'cancelled') return EXIT.interrupted;
  return counts.failed > 0 ? EXIT.someFailed : EXIT.ok;
}
