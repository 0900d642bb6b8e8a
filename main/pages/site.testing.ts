import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of a test answers at a path. */
export interface Answer {
  readonly body?: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called when it is asked for; nothing is said before it resolves. */
  readonly after?: () => Promise<unknown>;
}

export interface Site {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly requests: readonly IncomingMessage[];
  /** Answers from now on. */
  readonly pages: Record<string, Answer>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A server on this computer that answers what it is told to, and nothing else. @param host another address of this computer makes it another host */
export async function site(pages: Record<string, Answer> = {}, host = '127.0.0.1'): Promise<Site> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    requests.push(request);
    const {
      body = '',
      type = 'text/html; charset=utf-8',
      status = 200,
      headers = {},
      after,
    } = pages[path] ?? { status: 404 };
    await after?.();
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  });
  server.listen(0, host);
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    ...{ asked, requests, pages },
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of a paper, with what surrounds its article. */
export const page = (
  title: string,
  words: string,
  more: { readonly head?: string; readonly body?: string } = {},
): Answer => ({
  body: `<!doctype html><html lang="en"><head><title>${title} – The Paper</title><meta property="og:title" content="${title}">${more.head ?? ''}</head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><main><article><h1>${title}</h1>
${words
  .split('\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('\n')}${more.body ?? ''}</article></main><footer>All rights reserved by the paper.</footer></body></html>`,
});

/** Paragraphs that are an article. */
export const WORDS = [
  'The ferry to the outer islands will stop for three weeks in April, the harbour office said on Monday.',
  'Its engine is to be taken out and looked at, which has not been done for nine years.',
  'A smaller boat will carry passengers meanwhile, and no cars; freight goes by way of the north quay.',
].join('\n');
