import type { ImportItem } from '../../contract/imports.ts';
import type { ImportId } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import { reportLines } from './reported-paths.ts';

const COLUMNS = ['path', 'kind', 'outcome', 'article', 'title', 'note', 'code', 'reason'];

/** The report of an import as lines of CSV (RFC 4180, ended by CR LF), its head first: every file, what became of it, and why. */
export async function* reportCsv(store: Pick<Store, 'importItems'>, id: ImportId): AsyncGenerator<string> {
  yield line(COLUMNS);
  for await (const item of reportLines(store, id, 'all')) yield line(fieldsOf(item));
}

const fieldsOf = ({ path, format, status, articleId, title, note, error }: ImportItem): readonly string[] => [
  path,
  format ?? '',
  status,
  articleId === null ? '' : String(articleId),
  title ?? '',
  note ?? '',
  error?.code ?? '',
  error?.message ?? '',
];

const line = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`;

/** Spreadsheets take what begins like a formula for one: an apostrophe before it says that it is text. */
const field = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
