import { createServer, type Server } from 'node:http';
import { createClient } from '../../contract/client.ts';
import type { Engine } from '../../main/engine.ts';
import { PICTURE_TIME } from './library.ts';
import { type Piece, readPieces } from './pieces.ts';

/** Where the feeds of the pictures lie: a fixed place, as it stands in one of them. */
const PORT = 8642;
const HOUR_MS = 3_600_000;

const FEEDS = [
  { path: '/coast.xml', title: 'Coast Courier', folder: 'Morning', pieces: 'coast-courier.txt' },
  { path: '/ledger.xml', title: 'The Northern Ledger', folder: 'Morning', pieces: 'northern-ledger.txt' },
  { path: '/weather.xml', title: 'Weather desk', folder: 'Morning', pieces: 'weather-desk.txt' },
  { path: '/abroad.xml', title: 'Letters from abroad', folder: 'Slowly', pieces: 'from-abroad.txt' },
  { path: '/wire.xml', title: 'Harbour wire', folder: null, pieces: 'wire-copy.txt' },
  { path: '/gone.xml', title: 'Old lighthouse blog', folder: null, pieces: 'cuttings.txt' },
] as const;
const WEEKLY = { path: '/weekly.xml', title: 'Long Reads Weekly', pieces: 'long-reads.txt' };

/** Subscribes to some feeds of a site on this computer, one of which goes away. @returns the site, to be closed */
export async function subscribeAll(engine: Engine): Promise<Server> {
  const pieces = readPieces();
  const gone = new Set<string>();
  const site = createServer((request, response) => {
    const path = request.url ?? '';
    const feed = [...FEEDS, WEEKLY].find((each) => each.path === path);
    if (gone.has(path)) return response.writeHead(410).end();
    if (!feed) return response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(rss(feed.title, pieces.get(feed.pieces) ?? []));
  });
  await new Promise<void>((ready) => site.listen(PORT, '127.0.0.1', ready));

  const client = createClient({ send: engine.dispatch, subscribe: engine.subscribe });
  for (const { path, folder } of FEEDS) {
    const folderId = folder === null ? null : (await client.call('folders.add', { parentId: null, name: folder })).id;
    const url = `http://localhost:${PORT}${path}`;
    const { id } = await client.call('feeds.subscribe', { url, folderId, allowPrivate: true });
    if (path !== '/gone.xml') continue;
    gone.add(path);
    await fetched(client, () => client.call('feeds.refresh', { ids: [id] }));
  }
  return site;
}

/** Waits until a round of fetching has ended. */
function fetched(client: ReturnType<typeof createClient>, begin: () => Promise<null>): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = client.subscribe((event) => {
      if (event.type !== 'sync.progress' || event.sync.isRunning) return;
      leave();
      resolve();
    });
    begin().catch(reject);
  });
}

function rss(title: string, pieces: readonly Piece[]): string {
  const items = pieces.slice(0, 8).map((piece, index) => {
    const date = new Date(PICTURE_TIME - (index * 7 + 1) * HOUR_MS).toUTCString();
    const words = piece.text.replace(/^---[\s\S]*?---/, '').trim();
    return `<item><guid isPermaLink="false">${escaped(title)} ${index}</guid><title>${escaped(piece.title)}</title><pubDate>${date}</pubDate><description>${escaped(words.slice(0, 900))}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>http://localhost:${PORT}/</link><description>Told from the harbour wall</description>${items.join('')}</channel></rss>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
