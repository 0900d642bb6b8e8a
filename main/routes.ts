import type { Log } from '../base/log.ts';
import { AppError } from '../contract/errors.ts';
import type { ArticleId, EpochMs, ImportId, LookId } from '../contract/model.ts';
import type { Store } from '../db/store.ts';
import { assetFile } from './asset-file.ts';
import { backupFile, receiveBackup } from './backup-file.ts';
import type { Enclosures } from './enclosures/enclosures.ts';
import type { Feeds } from './feeds/feeds.ts';
import { emptyResponse, rendererFile } from './files.ts';
import type { Imports } from './import/imports.ts';
import type { Looks } from './import/looks.ts';
import { importReportFile } from './import-report-file.ts';
import type { Library } from './library.ts';
import { originalFile } from './original-file.ts';
import { originalPage } from './original-page.ts';
import type { Originals } from './originals.ts';

interface RouteParts {
  readonly store: Store;
  readonly library: Library;
  readonly imports: Pick<Imports, 'receive'>;
  readonly looks: Pick<Looks, 'receive'>;
  readonly originals: Originals;
  readonly enclosures: Pick<Enclosures, 'file'>;
  readonly lists: Pick<Feeds['lists'], 'file'>;
  readonly rendererFolder: string;
  readonly log: Log;
  readonly now: () => EpochMs;
}

/** Where bytes travel, by address. */
interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** @param named what the parentheses of `path` found */
  answer(named: string, request: Request): Promise<Response>;
}

/** Answers requests for stored bytes and for the page's own files, and takes what it sends. Never rejects. */
export function createRoutes(parts: RouteParts): (request: Request) => Promise<Response> {
  const { store, library, imports, looks, originals, enclosures, lists, rendererFolder, log, now } = parts;
  const get = (path: RegExp, answer: Route['answer']): Route => ({ method: 'GET', path, answer });
  const post = (path: RegExp, answer: Route['answer']): Route => ({ method: 'POST', path, answer });
  const routes: readonly Route[] = [
    post(/^\/import\/(\d{1,15})$/, (id, request) => received(imports.receive(Number(id) as ImportId, request))),
    post(/^\/look\/(\d{1,15})$/, (id, request) => received(looks.receive(Number(id) as LookId, request))),
    post(/^\/restore$/, (_, request) => receiveBackup(request, store.spoolFolder, (file) => store.stageRestore(file))),
    get(/^\/backup$/, () => backupFile(library, store.spoolFolder, now())),
    get(/^\/subscriptions\.opml$/, () => lists.file()),
    get(/^\/import\/(\d{1,15})\.csv$/, async (id) => importReportFile(store, Number(id) as ImportId)),
    get(/^\/original\/(\d{1,15})\/file$/, async (id) => originalFile(await originals.file(Number(id) as ArticleId))),
    get(/^\/original\/(\d{1,15})$/, async (id) => originalPage(await originals.page(Number(id) as ArticleId))),
    get(/^\/enclosure\/([0-9a-f]{64})$/, (hash, request) => enclosures.file(hash, request.headers.get('range'))),
    get(/^\/asset\/([0-9a-f]{64})$/, async (hash) => assetFile(await store.getAsset(hash))),
  ];

  return async (request) => {
    const { pathname } = new URL(request.url);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const there = routes.filter(({ path }) => path.test(pathname));
    const route = there.find((each) => each.method === method);
    if (!route)
      return method === 'GET' && there.length === 0 ? rendererFile(rendererFolder, pathname) : emptyResponse(405);
    try {
      return await route.answer(route.path.exec(pathname)?.[1] ?? '', request);
    } catch (error) {
      log('error', 'a request could not be answered', { path: pathname, error: String(error) });
      return emptyResponse(500);
    }
  };
}

/** What is sent and cannot be taken is the sender's fault. */
const received = (answer: Promise<Response>): Promise<Response> =>
  answer.catch((error: unknown) => emptyResponse(error instanceof AppError && error.code === 'too-large' ? 413 : 400));
