import { useState } from 'react';
import type { Look, LookId } from '../../../contract/model.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useNotices } from '../../state/notices.ts';

export interface LookInHand {
  /** What is being looked at; null when nothing is. */
  readonly look: Look | null;
  readonly take: (id: LookId, formats: readonly string[], tags: readonly string[]) => void;
  readonly drop: (id: LookId) => void;
}

/** The look at what would come in that was asked for in a window: shown while it goes on, then taken or dropped. */
export function useLook(): LookInHand {
  const client = useClient();
  const { show } = useNotices();
  const [look, setLook] = useState<Look | null>(null);
  const [ended, setEnded] = useState<ReadonlySet<LookId>>(new Set());

  useEngineEvents((event) => {
    if (event.type === 'look.progress' && !ended.has(event.look.id)) setLook(event.look);
  });

  const end = (id: LookId) => {
    setEnded((old) => new Set(old).add(id));
    setLook(null);
  };
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });

  return {
    look,
    take(id, formats, tags) {
      end(id);
      void client.call('looks.take', { id, formats, tags }).catch(fail);
    },
    drop(id) {
      end(id);
      void client.call('looks.drop', { id }).catch(fail);
    },
  };
}
