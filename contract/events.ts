import type { CommandId } from './commands.ts';
import type { EnclosureProgress } from './enclosures.ts';
import type { SyncProgress } from './feeds.ts';
import type { ImportSummary, Look } from './imports.ts';
import type { LookId, RereadProgress } from './model.ts';
import type { PagesProgress } from './pages.ts';
import type { TripProgress } from './trip.ts';

/** Archives on their way from a browser. */
export interface Arriving {
  readonly bytes: number;
  /** 0 when it is not known. */
  readonly totalBytes: number;
}

/** Everything the engine says without being asked. */
export type AppEvent =
  /** Articles, tags or counts changed, here or by another program on the same library. */
  | { readonly type: 'articles.changed' }
  /** At most about four a second for one import; the last one has a state other than `running`. */
  | {
      readonly type: 'import.progress';
      readonly import: ImportSummary;
      readonly filesPerSecond: number;
      /** What is being sent, while an archive is. */
      readonly arriving?: Arriving;
    }
  /** A look at what would come in goes on, or has ended. */
  | { readonly type: 'look.progress'; readonly look: Look }
  /** A look was taken or dropped, here or in another window. */
  | { readonly type: 'look.ended'; readonly id: LookId }
  /** A past import was changed: it was taken back. */
  | { readonly type: 'imports.changed' }
  | { readonly type: 'reread.progress'; readonly reread: RereadProgress }
  | { readonly type: 'settings.changed' }
  /** Offline mode was switched, or the network was lost or is back. */
  | { readonly type: 'net.changed' }
  /** Feeds or folders came, went or changed; how it goes with them too. */
  | { readonly type: 'feeds.changed' }
  /** At most about four a second; the last one of a round is not running. */
  | { readonly type: 'sync.progress'; readonly sync: SyncProgress }
  /** At most about four a second; the last one of a run is not running. */
  | { readonly type: 'pages.progress'; readonly pages: PagesProgress }
  /** The same for what is made ready for a trip. */
  | { readonly type: 'trip.progress'; readonly trip: TripProgress }
  /** At most about four a second for one file; the last one is not running. */
  | { readonly type: 'enclosure.progress'; readonly enclosure: EnclosureProgress }
  /** Folders are watched that were not, or the other way round; or one is not there, or there again. */
  | { readonly type: 'watch.changed' }
  /** Another program has written to the library: its size and its imports may have changed too. */
  | { readonly type: 'library.changed' }
  /** The connection to the engine was lost and is back: anything may have changed. */
  | { readonly type: 'reconnected' }
  /** The desktop was asked to open an address as a feed. */
  | { readonly type: 'address.given'; readonly address: string }
  /** A native menu item was chosen. */
  | { readonly type: 'command'; readonly command: CommandId };
