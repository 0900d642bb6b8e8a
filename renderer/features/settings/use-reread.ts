import type { RereadProgress } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useTold } from '../../api/use-told.ts';
import { useNotices } from '../../state/notices.ts';

/** Reading all files again: how far it is, and how to begin and end it. */
export function useReread(): {
  readonly progress: RereadProgress | null;
  readonly start: () => void;
  readonly cancel: () => void;
} {
  const client = useClient();
  const { show } = useNotices();
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const [progress, begin] = useTold<RereadProgress>(
    keys.reread,
    () => client.call('articles.rereadProgress', null),
    (event) => (event.type === 'reread.progress' ? event.reread : undefined),
  );
  return {
    progress,
    start: () => void begin(() => client.call('articles.rereadAll', null)).catch(fail),
    cancel: () => void client.call('articles.cancelReread', null).catch(fail),
  };
}
