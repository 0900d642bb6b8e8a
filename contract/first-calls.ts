import type { MethodName, Params } from './methods.ts';
import { everywhere } from './query.ts';
import type { Settings } from './settings.ts';
import type { WireReply, WireRequest } from './wire.ts';

/** How many articles a page of a list has. */
export const LIST_PAGE_SIZE = 200;

/** A call that was answered before it was made. */
export interface AnsweredCall {
  readonly request: WireRequest;
  readonly reply: WireReply;
}

const call = <M extends MethodName>(method: M, params: Params<M>): WireRequest => ({ method, params });

/** What every window asks first. */
export const settingsCall = call('settings.get', null);

/** What a window that opens on all articles asks besides, word for word, before it is drawn. */
export const firstCalls = ({ listOrder, listDirection }: Settings): readonly WireRequest[] => {
  const filter = { ...everywhere, shelf: 'articles' } as const;
  const order = { order: listOrder, direction: listDirection };
  return [
    call('articles.list', { filter, ...order, after: null, limit: LIST_PAGE_SIZE }),
    call('articles.count', filter),
    call('feeds.list', null),
    call('library.overview', null),
    call('undo.next', null),
    call('imports.list', null),
    call('feeds.progress', null),
    call('pages.progress', null),
  ];
};
