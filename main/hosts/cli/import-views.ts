import type { ImportCounts, ImportItem, ImportSummary } from '../../../contract/imports.ts';

/** A line of a report. */
export function itemView({ path, format, status, articleId, title, note, error }: ImportItem) {
  return {
    path,
    ...(format !== null && { kind: format }),
    status,
    ...(articleId !== null && { articleId }),
    ...(title !== null && { title }),
    ...(note !== null && { note }),
    ...(error && { error }),
  };
}

export function sayItem({ path, status, title, note, error }: ImportItem, out: (line: string) => void): void {
  const said = error?.message ?? note;
  out(`${status.padEnd(9)}  ${said ? `${error ? path : (title ?? path)}: ${said}` : (title ?? path)}`);
}

/** The last line of an import. */
export function sayCounts(counts: ImportCounts, elapsedMs: number, isJson: boolean, out: (line: string) => void): void {
  const said = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  const summary = { ...counts, elapsedMs: Math.round(elapsedMs) };
  out(isJson ? JSON.stringify({ summary }) : said.join(', ') || 'No files found');
}

export const importSummaryView = (summary: ImportSummary) => ({
  id: summary.id,
  name: summary.name,
  state: summary.state,
  startedAt: new Date(summary.startedAt).toISOString(),
  finishedAt: summary.finishedAt === null ? null : new Date(summary.finishedAt).toISOString(),
  total: summary.total,
  ...summary.counts,
  tags: summary.tags,
  problem: summary.problem,
  undoneAt: summary.undoneAt === null ? null : new Date(summary.undoneAt).toISOString(),
  canRetry: summary.canRetry,
});
