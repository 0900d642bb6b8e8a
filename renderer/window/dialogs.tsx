import type { ArticleSummary, Overview } from '../../contract/model.ts';
import type { Selection } from '../../contract/query.ts';
import type { ArticleActions } from '../api/use-article-actions.ts';
import { PasteDialog } from '../features/imports/paste-dialog.tsx';
import type { WaysIn } from '../features/imports/use-ways-in.ts';

/** The dialog that is open. There is never more than one. */
export type OpenDialog =
  | { readonly kind: 'paste' | 'keys' | 'empty-trash' }
  | { readonly kind: 'tags'; readonly selection: Selection; readonly articles: readonly ArticleSummary[] }
  | { readonly kind: 'rename-tag' | 'delete-tag'; readonly name: string };

interface Props {
  readonly dialog: OpenDialog;
  readonly overview: Overview | null;
  readonly actions: ArticleActions;
  readonly waysIn: WaysIn;
  readonly onClose: () => void;
}

/** Shows the open dialog. */
export function Dialogs({ dialog, waysIn, onClose }: Props) {
  return dialog.kind === 'paste' ? <PasteDialog onAdd={waysIn.addText} onClose={onClose} /> : null;
}
