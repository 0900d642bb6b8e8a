import { useQueryClient } from '@tanstack/react-query';
import type { ArticleId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';

/** Asks for what of an article is not here. What becomes of it stands on the article. */
export function useFetching(): {
  readonly fetchPage: (id: ArticleId) => void;
  readonly fetchPictures: (id: ArticleId) => void;
} {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const ask = async (method: 'pages.fetch' | 'pages.fetchPictures', id: ArticleId) => {
    try {
      const settings = await client.call('settings.get', null);
      await client.call(method, { selection: { ids: [id] } });
      await cache.invalidateQueries({ queryKey: keys.detail(id) });
      if (settings.isOfflineMode)
        show({ text: 'Offline mode is on: it is fetched when you switch that off', tone: 'done', action: null });
    } catch (error) {
      show({ text: sentenceOf(error), tone: 'error', action: null });
    }
  };
  return { fetchPage: (id) => void ask('pages.fetch', id), fetchPictures: (id) => void ask('pages.fetchPictures', id) };
}
