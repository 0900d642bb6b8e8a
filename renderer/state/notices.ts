import { createContext, useContext } from 'react';

/** One thing to say at the foot of the window. */
export interface Notice {
  readonly text: string;
  readonly tone: 'done' | 'error';
  readonly action: { readonly label: string; readonly title: string | null; readonly run: () => void } | null;
}

export interface Notices {
  readonly current: Notice | null;
  readonly show: (notice: Notice) => void;
  readonly dismiss: () => void;
}

export const NoticesContext = createContext<Notices>({ current: null, show: () => {}, dismiss: () => {} });

export const useNotices = (): Notices => useContext(NoticesContext);
