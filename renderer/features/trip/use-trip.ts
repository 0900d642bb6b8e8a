import type { TripPlan, TripProgress } from '../../../contract/trip.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useTold } from '../../api/use-told.ts';
import { useNotices } from '../../state/notices.ts';

export interface Trip {
  readonly progress: TripProgress | null;
  readonly start: (plan: TripPlan) => void;
  readonly cancel: () => void;
}

/** Making articles ready for a trip: how far it is, and how to begin and end it. */
export function useTrip(): Trip {
  const client = useClient();
  const { show } = useNotices();
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const [progress, begin] = useTold<TripProgress>(
    keys.trip,
    () => client.call('trip.progress', null),
    (event) => (event.type === 'trip.progress' ? event.trip : undefined),
  );
  return {
    progress,
    start: (plan) => void begin(() => client.call('trip.start', plan)).catch(fail),
    cancel: () => void client.call('trip.cancel', null).catch(fail),
  };
}
