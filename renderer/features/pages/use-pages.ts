import type { PagesProgress } from '../../../contract/pages.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useTold } from '../../api/use-told.ts';
import { useNotices } from '../../state/notices.ts';

/** What is fetched for articles: how far it is, and how to begin and end it. */
export function usePages(): {
  readonly progress: PagesProgress | null;
  readonly fetchLinks: () => void;
  readonly cancel: () => void;
} {
  const client = useClient();
  const { show } = useNotices();
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const [progress] = useTold<PagesProgress>(
    keys.pages,
    () => client.call('pages.progress', null),
    (event) => (event.type === 'pages.progress' ? event.pages : undefined),
  );
  return {
    progress,
    fetchLinks: () => void client.call('pages.fetchLinks', null).catch(fail),
    cancel: () => void client.call('pages.cancel', null).catch(fail),
  };
}
