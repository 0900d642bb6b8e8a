import { openStore } from './client.ts';
import { NOW, prepared, source, workerUrl } from './testing.ts';

/** Imports batches into a library and says after each that it is stored: `node importer.testing.ts FOLDER NAME BATCHES`. */
const [folder = '', name = '', batches = '1'] = process.argv.slice(2);
const store = await openStore({ folder, workerUrl });
const importId = await store.startImport({ name, origin: 'paths', startedAt: NOW });
for (let batch = 0; batch < Number(batches); batch++) {
  const articles = Array.from({ length: 20 }, (_, nth) => prepared({ title: `${name} ${batch} ${nth}`, tags: [name] }));
  await store.saveArticles({
    importId,
    addedAt: NOW + batch,
    items: articles.map((article) => ({ path: article.path, source, article })),
  });
  process.stdout.write(`${batch + 1}\n`);
}
await store.finishImport({ id: importId, state: 'done', finishedAt: NOW, total: 20 * Number(batches) });
await store.close();
