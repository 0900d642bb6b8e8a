import { useEffect, useState } from 'react';
import type { Look } from '../../../contract/imports.ts';
import type { LookId } from '../../../contract/model.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useNotices } from '../../state/notices.ts';

export interface LookInHand {
  /** What is being looked at; null when nothing is. */
  readonly look: Look | null;
  readonly take: (id: LookId, formats: readonly string[], tags: readonly string[]) => void;
  readonly drop: (id: LookId) => void;
}

/** The newest look at what would come in: shown in every window while it goes on, until it is taken or dropped in one of them. */
export function useLook(): LookInHand {
  const client = useClient();
  const { show } = useNotices();
  const [look, setLook] = useState<Look | null>(null);

  // One that was begun before this window was opened, or reloaded.
  useEffect(() => {
    client.call('looks.list', null).then(
      (all) => setLook((now) => now ?? all.at(-1) ?? null),
      () => {},
    );
  }, [client]);

  useEngineEvents((event) => {
    if (event.type === 'look.progress') setLook(event.look);
    if (event.type === 'look.ended') setLook((now) => (now?.id === event.id ? null : now));
  });

  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  return {
    look,
    take: (id, formats, tags) => void client.call('looks.take', { id, formats, tags }).catch(fail),
    drop: (id) => void client.call('looks.drop', { id }).catch(fail),
  };
}
