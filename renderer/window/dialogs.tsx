import type { Subscriptions } from '../../contract/feeds.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import type { ArticleSummary, Overview } from '../../contract/model.ts';
import type { Selection } from '../../contract/query.ts';
import { isMac } from '../api/host.ts';
import type { ArticleActions } from '../api/use-article-actions.ts';
import type { FeedActions } from '../api/use-feed-actions.ts';
import { PasteDialog } from '../features/imports/paste-dialog.tsx';
import type { ImportActions } from '../features/imports/use-import-actions.ts';
import type { WaysIn } from '../features/imports/use-ways-in.ts';
import { KeyMap } from '../features/keys/key-map.tsx';
import { SavePageDialog } from '../features/pages/save-page-dialog.tsx';
import { useSaving } from '../features/pages/use-saving.ts';
import { RenameTagDialog } from '../features/tags/rename-tag-dialog.tsx';
import { TagEditor } from '../features/tags/tag-editor.tsx';
import type { FeedDialog } from '../state/feed-dialogs.ts';
import type { Place } from '../state/places.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { countOf, formatCount } from '../ui/numbers.ts';
import { FeedDialogs } from './feed-dialogs.tsx';

/** The dialog that is open. There is never more than one. */
export type OpenDialog =
  | { readonly kind: 'paste' | 'keys' | 'empty-trash' }
  | {
      readonly kind: 'tags';
      readonly selection: Selection;
      readonly articles: readonly ArticleSummary[];
      readonly count: number;
    }
  | { readonly kind: 'rename-tag' | 'delete-tag'; readonly name: string }
  | { readonly kind: 'undo-import'; readonly summary: ImportSummary }
  | { readonly kind: 'save-page'; readonly address: string }
  | FeedDialog;

interface Props {
  readonly dialog: OpenDialog;
  readonly overview: Overview | null;
  readonly subscriptions: Subscriptions;
  readonly actions: ArticleActions;
  readonly feedActions: FeedActions;
  readonly importActions: ImportActions;
  readonly waysIn: WaysIn;
  /** A tag has another name now, or none. */
  readonly onTagMoved: (from: string, to: string | null) => void;
  readonly goTo: (place: Place) => void;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly onClose: () => void;
}

/** Shows the open dialog. */
export function Dialogs(props: Props) {
  const { dialog, overview, subscriptions, actions, feedActions, importActions, waysIn, onTagMoved, goTo } = props;
  const { openDialog, onClose } = props;
  const savePage = useSaving(() => goTo({ kind: 'articles' }));
  const tags = overview?.tags ?? [];
  switch (dialog.kind) {
    case 'paste':
      return <PasteDialog onAdd={waysIn.addPasted} onClose={onClose} />;
    case 'save-page':
      return <SavePageDialog address={dialog.address} onSave={savePage} onClose={onClose} />;
    case 'keys':
      return <KeyMap isMac={isMac()} onClose={onClose} />;
    case 'tags': {
      const { selection, articles, count } = dialog;
      return (
        <TagEditor
          title={count === 1 ? 'Edit tags' : `Edit tags of ${countOf(count, 'article')}`}
          articles={articles}
          isWhole={articles.length === count}
          existing={tags.map(({ name }) => name)}
          often={oftenUsed(tags)}
          onSave={(add, remove) => void actions.setTags(selection, add, remove)}
          onClose={onClose}
        />
      );
    }
    case 'rename-tag':
      return (
        <RenameTagDialog
          name={dialog.name}
          existing={tags}
          onRename={async (to) => {
            if (await actions.renameTag(dialog.name, to)) onTagMoved(dialog.name, to);
          }}
          onClose={onClose}
        />
      );
    case 'delete-tag': {
      const count = tags.find(({ name }) => name === dialog.name)?.count ?? 0;
      return (
        <ConfirmDialog
          title={`Delete the tag “${dialog.name}”?`}
          text={`It is taken off ${countOf(count, 'article')}. The articles stay. This can be undone.`}
          confirm="Delete tag"
          onConfirm={async () => {
            if (await actions.deleteTag(dialog.name)) onTagMoved(dialog.name, null);
          }}
          onClose={onClose}
        />
      );
    }
    case 'undo-import': {
      const { id, name, counts } = dialog.summary;
      const changed =
        counts.updated > 0 ? ` What it changed in ${countOf(counts.updated, 'article')} is taken back.` : '';
      return (
        <ConfirmDialog
          title={`Undo the import of “${name}”?`}
          text={`What it brought (${formatCount(counts.imported)}) will be gone, with tags and stars.${changed} Articles that a later import has changed stay. The files you imported from are not touched: they can be imported again.`}
          confirm="Undo import"
          onConfirm={() => void importActions.undo(id)}
          onClose={onClose}
        />
      );
    }
    case 'empty-trash': {
      const count = overview?.trashed ?? 0;
      return (
        <ConfirmDialog
          title="Empty the Trash?"
          text={`${countOf(count, 'article')} will be deleted for good, with ${count === 1 ? 'its text, its kept original and its tags' : 'their texts, their kept originals and their tags'}. The files you imported from are not touched. This cannot be undone.`}
          confirm={`Delete ${countOf(count, 'article')}`}
          onConfirm={() => void actions.emptyTrash()}
          onClose={onClose}
        />
      );
    }
    default:
      return (
        <FeedDialogs
          dialog={dialog}
          subscriptions={subscriptions}
          actions={feedActions}
          goTo={goTo}
          onSavePage={(address) => openDialog({ kind: 'save-page', address })}
          onClose={onClose}
        />
      );
  }
}

const OFTEN = 12;

const oftenUsed = (tags: Overview['tags']): readonly string[] =>
  [...tags]
    .sort((a, b) => b.count - a.count)
    .slice(0, OFTEN)
    .map(({ name }) => name);
