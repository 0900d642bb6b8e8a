import type { Server } from '../hosts/browser.ts';

export interface Stored {
  readonly id: number;
  readonly title: string;
  readonly originalName: string;
  readonly html: string;
  readonly images: readonly { readonly src: string | null }[];
}

/** Calls a running loopback host the way its page does, without a page. */
// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is checked where it is used
export type Caller = (method: string, params: unknown) => Promise<any>;

export async function callerOf({ url, origin }: Pick<Server, 'url' | 'origin'>): Promise<Caller> {
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (method, params) => {
    const body = JSON.stringify({ method, params });
    const response = await fetch(`${origin}/call`, { method: 'POST', headers: { cookie, origin }, body });
    const { result } = (await response.json()) as { readonly result: unknown };
    return result;
  };
}

export const EVERYTHING = {
  shelf: 'library',
  unreadOnly: false,
  starredOnly: false,
  tag: null,
  sourceId: null,
  importId: null,
  folderId: null,
  offlineOnly: false,
};

/** Every article of a library in full, a page at a time, the newest first. */
export async function* storedArticles(call: Caller): AsyncGenerator<readonly Stored[]> {
  for (let after: unknown = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const query = { filter: EVERYTHING, order: 'added', direction: 'newest', after, limit: 200 };
    const { items, next } = await call('articles.list', query);
    yield await Promise.all(items.map(({ id }: { readonly id: number }) => call('articles.get', { id })));
    after = next;
  }
}
