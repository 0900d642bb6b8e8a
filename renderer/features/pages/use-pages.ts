import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PagesProgress } from '../../../contract/pages.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';

/** What is fetched for articles: how far it is, and how to begin and end it. */
export function usePages(): {
  readonly progress: PagesProgress | null;
  readonly fetchLinks: () => void;
  readonly cancel: () => void;
} {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const { data = null } = useQuery({ queryKey: keys.pages, queryFn: () => client.call('pages.progress', null) });
  useEngineEvents((event) => {
    if (event.type === 'pages.progress') cache.setQueryData(keys.pages, event.pages);
  });
  return {
    progress: data,
    fetchLinks: () => void client.call('pages.fetchLinks', null).catch(fail),
    cancel: () => void client.call('pages.cancel', null).catch(fail),
  };
}
