import { type FeedDefaults, PLAIN_DEFAULTS } from './feed-defaults.ts';
import type { FolderId } from './model.ts';

export type Theme = 'system' | 'light' | 'dark';
export type ListOrder = 'added' | 'published';
export type ListDirection = 'newest' | 'oldest';

export interface Settings {
  readonly theme: Theme;
  /** Body size of the reader in CSS pixels, 15 to 27. */
  readonly textSizePx: number;
  readonly listOrder: ListOrder;
  readonly listDirection: ListDirection;
  /** Nothing leaves this computer, whatever is asked for. */
  readonly isOfflineMode: boolean;
  /** Feeds are fetched by themselves, when their time has come. */
  readonly fetchesByItself: boolean;
  /** What fetches by itself does so as often on battery as ever; else feeds half as often. */
  readonly fetchesOnBattery: boolean;
  /** What fetches by itself does so also where every megabyte counts; else it waits. */
  readonly fetchesOnMetered: boolean;
  /** The system tells of new articles while the window is not in front. */
  readonly notifiesOfNew: boolean;
  /** Folders of feeds that are closed in the list of places; those of folders that are gone mean nothing. */
  readonly closedFolders: readonly FolderId[];
  readonly feedDefaults: FeedDefaults;
  /** How large the library may become before it is said; null: however large. Nothing goes by it. */
  readonly budgetMegabytes: number | null;
}

/** What holds where nobody has chosen. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  textSizePx: 19,
  listOrder: 'added',
  listDirection: 'newest',
  isOfflineMode: false,
  fetchesByItself: true,
  fetchesOnBattery: false,
  fetchesOnMetered: false,
  notifiesOfNew: false,
  closedFolders: [],
  feedDefaults: PLAIN_DEFAULTS,
  budgetMegabytes: null,
};
