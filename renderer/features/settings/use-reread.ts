import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RereadProgress } from '../../../contract/model.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';

/** Reading all files again: how far it is, and how to begin and end it. */
export function useReread(): {
  readonly progress: RereadProgress | null;
  readonly start: () => void;
  readonly cancel: () => void;
} {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const tell = (progress: RereadProgress) => cache.setQueryData(keys.reread, progress);
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const { data = null } = useQuery({
    queryKey: keys.reread,
    queryFn: () => client.call('articles.rereadProgress', null),
  });
  useEngineEvents((event) => {
    if (event.type === 'reread.progress') tell(event.reread);
  });
  return {
    progress: data,
    start: () => void client.call('articles.rereadAll', null).then(tell).catch(fail),
    cancel: () => void client.call('articles.cancelReread', null).catch(fail),
  };
}
