import { notifyManager, QueryClient } from '@tanstack/react-query';

// Answers are shown in the task they came in, not a timer later: a control that was changed never shows its old state again.
notifyManager.setScheduler(queueMicrotask);

/** A cache for an engine on this computer: never paused for want of a network, never asked again without a reason. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
