import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './app.ts';

/** A site on this computer that has feeds; what stands at a path may change while it is asked. */
export interface FeedSite {
  readonly origin: string;
  /** By path: an RSS feed, a page, or an answer of its own. */
  readonly pages: Map<string, string | ((response: ServerResponse) => void)>;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  /** Puts a feed at a path, the newest article first. @returns its address */
  feed(path: string, title: string, stories: readonly string[]): string;
}

/** Specs that have a site with feeds beside their application. */
export const test = base.extend<{ readonly site: FeedSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  site: async ({}, use) => {
    const asked: string[] = [];
    const pages: FeedSite['pages'] = new Map();
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      asked.push(path);
      const answer = pages.get(path);
      if (answer === undefined) return response.writeHead(404).end();
      if (typeof answer === 'function') return answer(response);
      const type = answer.startsWith('<?xml') ? 'application/rss+xml' : 'text/html';
      return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(answer);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use({
      origin,
      pages,
      asked,
      feed(path, title, stories) {
        pages.set(path, rss(title, `${origin}/`, stories));
        return `${origin}${path}`;
      },
    });
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  },
});

function rss(title: string, site: string, stories: readonly string[]): string {
  const items = stories.map(
    (story, index) =>
      `<item><guid isPermaLink="false">${story}</guid><title>${story}</title><link>${site}${encodeURIComponent(story)}</link>` +
      `<pubDate>${new Date(Date.UTC(2026, 10, 20, 12 - index)).toUTCString()}</pubDate>` +
      `<description>What there is to say of it: ${story}, and of the harbour where it was seen.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${site}</link>${items.join('')}</channel></rss>`;
}
