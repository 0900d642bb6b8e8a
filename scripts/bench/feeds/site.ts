import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generatedPools } from '../generated-prose.ts';

// Serves feeds on this computer until it is ended: node site.ts HOSTS ENTRIES BYTES. Each is on a loopback address of its own; `POST /next` gives all of
// them as many new entries. Prints {addresses} once it listens.

const [hosts = 1, count = 20, bytes = 1_000] = process.argv.slice(2).map(Number);
const { titles, paragraphs } = generatedPools().en;
let generation = 0;

const textOf = (nth: number): string => {
  let text = '';
  for (let at = nth * 7; text.length < bytes; at++) text += `<p>${paragraphs[at % paragraphs.length]}</p>`;
  return text.slice(0, bytes);
};

function feedOf(host: string): string {
  const items = Array.from({ length: count * (generation + 1) }, (_, nth) => {
    const id = `${host}-${nth}`;
    const date = new Date(Date.UTC(2026, 0, 1) + nth * 60_000).toUTCString();
    const title = `${titles[(nth * 13 + host.length) % titles.length]} ${nth}`;
    return `<item><title>${title}</title><guid isPermaLink="false">${id}</guid><link>http://${host}/${id}</link><pubDate>${date}</pubDate><description><![CDATA[${textOf(nth)}]]></description></item>`;
  });
  // The newest first, and no more than a feed holds.
  const shown = items.slice(-count).reverse();
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${shown.join('\n')}</channel></rss>`;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'POST') {
    generation++;
    response.end();
    return;
  }
  const host = request.headers.host ?? '';
  const etag = `"${createHash('sha256').update(`${host} ${generation}`).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag }).end(feedOf(host));
}

let port = 0;
const addresses: string[] = [];
for (let nth = 0; nth < hosts; nth++) {
  const host = `127.0.${1 + Math.floor(nth / 250)}.${1 + (nth % 250)}`;
  const server = createServer(answer).listen(port, host);
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  addresses.push(`http://${host}:${port}/feed`);
}
console.log(JSON.stringify({ addresses }));
