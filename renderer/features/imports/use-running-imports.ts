import { useQueryClient } from '@tanstack/react-query';
import { useEffectEvent, useState } from 'react';
import type { Arriving } from '../../../contract/events.ts';
import type { ImportSummary } from '../../../contract/imports.ts';
import type { ImportId } from '../../../contract/model.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { keys } from '../../api/query-keys.ts';
import { useImports } from '../../api/use-library.ts';

export interface RunningImport {
  readonly import: ImportSummary;
  readonly filesPerSecond: number;
  readonly arriving?: Arriving | undefined;
}

/**
 * Imports that run here and now.
 * @param onEnd is called once for each that ends while this window is open
 */
export function useRunningImports(onEnd: (ended: ImportSummary) => void): {
  readonly running: readonly RunningImport[];
  readonly pause: (id: ImportId, isOn: boolean) => void;
  readonly cancel: (id: ImportId) => void;
} {
  const client = useClient();
  const cache = useQueryClient();
  const [told, setTold] = useState<ReadonlyMap<ImportId, RunningImport>>(new Map());
  const tellEnd = useEffectEvent(onEnd);
  const { data: listed = [] } = useImports();

  useEngineEvents((event) => {
    if (event.type !== 'import.progress') return;
    const { import: summary, filesPerSecond, arriving } = event;
    setTold((old) =>
      new Map([...old].filter(([id]) => id !== summary.id)).set(summary.id, {
        import: summary,
        filesPerSecond,
        arriving,
      }),
    );
    cache.setQueryData<readonly ImportSummary[]>(keys.imports, (list) =>
      list?.some(({ id }) => id === summary.id)
        ? list.map((each) => (each.id === summary.id ? summary : each))
        : list && [summary, ...list],
    );
    if (summary.state !== 'running') tellEnd(summary);
  });

  // One that ran already when this window was opened has not been told of yet. One that another program runs cannot be cancelled
  // from here: it stands among the imports.
  const earlier = listed
    .filter(({ id, state, isElsewhere }) => state === 'running' && !isElsewhere && !told.has(id))
    .map((each) => ({ import: each, filesPerSecond: 0 }));
  return {
    running: [...told.values(), ...earlier].filter((each) => each.import.state === 'running'),
    pause: (id, isOn) => void client.call('imports.pause', { id, isOn }).catch(() => {}),
    cancel: (id) => void client.call('imports.cancel', { id }).catch(() => {}),
  };
}
