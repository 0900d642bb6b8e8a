import { type FeedDefaults, type FeedPictures, type FullText, PLAIN_DEFAULTS } from '../contract/feed-defaults.ts';
import type { FolderId } from '../contract/model.ts';
import {
  DEFAULT_SETTINGS,
  type ListDirection,
  type ListOrder,
  type Settings,
  type Theme,
} from '../contract/settings.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

interface SettingRow {
  readonly key: string;
  readonly value: string;
}

const oneOf =
  <T extends string>(...known: readonly T[]) =>
  (value: unknown): T | undefined =>
    known.find((each) => each === value);

const number = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined;

const DEFAULT_READ: { readonly [K in keyof FeedDefaults]: (value: unknown) => FeedDefaults[K] | undefined } = {
  intervalMinutes: number(60, 10_080),
  fullText: oneOf<FullText>('feed', 'page', 'when-shorter'),
  pictures: oneOf<FeedPictures>('all', 'none', 'on-demand'),
  keepDays: number(1, 36_500),
  keepCount: number(1, 1_000_000),
};

function feedDefaults(value: unknown): FeedDefaults | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const stored = value as Record<string, unknown>;
  const read = <K extends keyof FeedDefaults>(key: K) => DEFAULT_READ[key](stored[key]) ?? PLAIN_DEFAULTS[key];
  return {
    intervalMinutes: read('intervalMinutes'),
    fullText: read('fullText'),
    pictures: read('pictures'),
    keepDays: read('keepDays'),
    keepCount: read('keepCount'),
  };
}

const yesOrNo = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** How each setting is read back. What a newer or damaged library holds in its place counts as not set. */
const READ: { readonly [K in keyof Settings]: (value: unknown) => Settings[K] | undefined } = {
  theme: oneOf<Theme>('system', 'light', 'dark'),
  textSizePx: number(15, 27),
  listOrder: oneOf<ListOrder>('added', 'published'),
  listDirection: oneOf<ListDirection>('newest', 'oldest'),
  isOfflineMode: yesOrNo,
  fetchesByItself: yesOrNo,
  fetchesOnBattery: yesOrNo,
  fetchesOnMetered: yesOrNo,
  notifiesOfNew: yesOrNo,
  closedFolders: (value) =>
    Array.isArray(value) ? value.filter((id): id is FolderId => Number.isSafeInteger(id)) : undefined,
  feedDefaults,
  budgetMegabytes: number(1, 100_000_000),
};

/** What the settings page shows. */
export function settingReads(db: ReadableDb) {
  const all = db.prepare<[], SettingRow>('SELECT key, value FROM setting');
  return {
    settings(): Settings {
      const stored = new Map(all.all().map(({ key, value }) => [key, parsed(value)]));
      const read = <K extends keyof Settings>(key: K) => READ[key](stored.get(key)) ?? DEFAULT_SETTINGS[key];
      return {
        theme: read('theme'),
        textSizePx: read('textSizePx'),
        listOrder: read('listOrder'),
        listDirection: read('listDirection'),
        isOfflineMode: read('isOfflineMode'),
        fetchesByItself: read('fetchesByItself'),
        fetchesOnBattery: read('fetchesOnBattery'),
        fetchesOnMetered: read('fetchesOnMetered'),
        notifiesOfNew: read('notifiesOfNew'),
        closedFolders: read('closedFolders'),
        feedDefaults: read('feedDefaults'),
        budgetMegabytes: read('budgetMegabytes'),
      };
    },
  };
}

/** Settings are kept with the library: whoever opens it finds them. */
export function settingWrites(db: WritableDb) {
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const { settings } = settingReads(db);
  return {
    setSettings: writing(db, (change: Partial<Settings>): Settings => {
      for (const [key, value] of Object.entries(change)) put.run(key, JSON.stringify(value));
      return settings();
    }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
