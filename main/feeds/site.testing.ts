import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a body, or all of it. */
export type Answers = Readonly<
  Record<
    string,
    | string
    | {
        readonly status?: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: string | Uint8Array;
      }
  >
>;

/** A site on this computer; paths it does not have are not found. */
export interface Site {
  readonly url: string;
  /** What was asked for, in order. */
  readonly asked: readonly string[];
  readonly requests: readonly IncomingMessage[];
  /** Changes what it answers from now on. */
  answer(answers: Answers): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function site(answers: Answers | ((url: string) => Answers), host = '127.0.0.1'): Promise<Site> {
  const requests: IncomingMessage[] = [];
  let now: Answers = {};
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = now[request.url ?? ''] ?? { status: 404, body: '<p>Not here' };
    const { status = 200, headers = {}, body = '' } = typeof answer === 'string' ? { body: answer } : answer;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  now = typeof answers === 'function' ? answers(url) : answers;
  return {
    url,
    get asked() {
      return requests.map((request) => request.url ?? '');
    },
    requests,
    answer: (answered) => {
      now = answered;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
