import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TripPlan, TripProgress } from '../../../contract/trip.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';

export interface Trip {
  readonly progress: TripProgress | null;
  readonly start: (plan: TripPlan) => void;
  readonly cancel: () => void;
}

/** Making articles ready for a trip: how far it is, and how to begin and end it. */
export function useTrip(): Trip {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const tell = (progress: TripProgress) => cache.setQueryData(keys.trip, progress);
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const { data = null } = useQuery({ queryKey: keys.trip, queryFn: () => client.call('trip.progress', null) });
  useEngineEvents((event) => {
    if (event.type === 'trip.progress') tell(event.trip);
  });
  return {
    progress: data,
    start: (plan) => void client.call('trip.start', plan).then(tell).catch(fail),
    cancel: () => void client.call('trip.cancel', null).catch(fail),
  };
}
