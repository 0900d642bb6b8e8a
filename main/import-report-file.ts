import type { ImportId } from '../contract/model.ts';
import type { Store } from '../db/store.ts';
import { emptyResponse, SECURITY_HEADERS } from './files.ts';
import { reportCsv } from './import/report-csv.ts';
import { ifThere } from './originals.ts';

/** Serves the report of an import as a CSV file to be kept. */
export async function importReportFile(store: Store, id: ImportId): Promise<Response> {
  const found = await ifThere(store.getImport(id));
  if (!found) return emptyResponse(404);
  const { name } = found.import;
  const lines = reportCsv(store, id);
  const encoder = new TextEncoder();
  // A mark at its head tells spreadsheets that it is UTF-8.
  let isBegun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(isBegun ? value : `\uFEFF${value}`));
      isBegun = true;
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      ...SECURITY_HEADERS,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-${id}.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`).replaceAll("'", '%27')}`,
      'cache-control': 'no-store',
    },
  });
}
