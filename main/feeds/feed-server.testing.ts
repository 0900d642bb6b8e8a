import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a text with its validators, or whatever a test does itself. */
type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server of the test's own, on this computer. */
export async function feedServer(pages: Record<string, Answer> = {}) {
  const asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly status: number }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const answer = pages[path];
    response.on('close', () => asked.push({ path, headers: request.headers, status: response.statusCode }));
    if (typeof answer === 'function') return answer(request, response);
    if (answer === undefined) return response.writeHead(404).end();
    const etag = `"${createHash('sha256').update(answer).digest('hex').slice(0, 8)}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8', etag }).end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pages,
    origin,
    url: (path: string) => `${origin}${path}`,
    /** What was asked for, and how it was answered. */
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface TestItem {
  readonly title: string;
  readonly id?: string | null;
  readonly link?: string | null;
  readonly text?: string;
  readonly date?: string;
}

const element = (name: string, value: string | null | undefined, attributes = ''): string =>
  value == null ? '' : `<${name}${attributes}>${value}</${name}>`;

const HEAD = '<title>The Quay</title><link>https://quay.example/</link>';

/** A feed in RSS; the id and link of an item are made of its title unless a test says otherwise. */
export const rss = (items: readonly TestItem[], head = HEAD): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items.map(itemOf).join('')}</channel></rss>`;

function itemOf({ title, id, link, text, date }: TestItem): string {
  const parts = [
    element('title', title),
    element('guid', id === undefined ? `id-${title}` : id, ' isPermaLink="false"'),
    element('link', link === undefined ? `https://quay.example/${encodeURIComponent(title)}` : link),
    element('pubDate', date),
    element('description', text ?? `What there is to say of ${title} this morning.`),
  ];
  return `<item>${parts.join('')}</item>`;
}
