import { useMemo } from 'react';
import type { ImportId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useNotices } from '../../state/notices.ts';
import { undoneWords } from './words.ts';

/** What can be done with an import that has ended. Each says what it did. */
export function useImportActions() {
  const client = useClient();
  const { show } = useNotices();

  return useMemo(() => {
    const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
    return {
      /** Takes it back. */
      undo: (id: ImportId): Promise<void> =>
        client
          .call('imports.undo', { id })
          .then((undone) => show({ text: undoneWords(undone), tone: 'done', action: null }), fail),
      /** Begins an import of what failed in it. */
      retry: (id: ImportId): Promise<unknown> => client.call('imports.retry', { id }).catch(fail),
    };
  }, [client, show]);
}

export type ImportActions = ReturnType<typeof useImportActions>;
