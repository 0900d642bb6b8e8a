import { createContext, useContext } from 'react';
import type { CommandId } from '../../contract/commands.ts';

/** One thing to say at the foot of the window. */
export interface Notice {
  readonly text: string;
  readonly tone: 'done' | 'error';
  readonly action: NoticeAction | null;
}

export interface NoticeAction {
  readonly label: string;
  readonly title: string | null;
  /** The command that does the same, whose key is shown; null where none does. */
  readonly command: CommandId | null;
  readonly run: () => void;
}

export interface Notices {
  readonly current: Notice | null;
  readonly show: (notice: Notice) => void;
  readonly dismiss: () => void;
}

export const NoticesContext = createContext<Notices>({ current: null, show: () => {}, dismiss: () => {} });

export const useNotices = (): Notices => useContext(NoticesContext);
