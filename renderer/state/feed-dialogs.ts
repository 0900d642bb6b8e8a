import type { Feed, FeedFolder, FolderId } from '../../contract/feeds.ts';

/** Dialogs about feeds, from wherever they are opened. */
export type FeedDialog =
  /** `address` is looked up at once; empty asks for one. */
  | { readonly kind: 'subscribe'; readonly address: string; readonly folderId: FolderId | null }
  | { readonly kind: 'subscribe-listed' }
  | { readonly kind: 'rename-feed' | 'unsubscribe'; readonly feed: Feed }
  | { readonly kind: 'rename-folder' | 'remove-folder'; readonly folder: FeedFolder }
  | { readonly kind: 'move-feed'; readonly feed: Feed }
  | { readonly kind: 'move-folder'; readonly folder: FeedFolder }
  | { readonly kind: 'new-folder'; readonly parentId: FolderId | null };
