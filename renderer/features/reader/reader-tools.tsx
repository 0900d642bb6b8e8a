import Archive from 'lucide-react/icons/archive';
import ArchiveRestore from 'lucide-react/icons/archive-restore';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import ExternalLink from 'lucide-react/icons/external-link';
import Star from 'lucide-react/icons/star';
import TagIcon from 'lucide-react/icons/tag';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Ref } from 'react';
import type { CommandId } from '../../../contract/commands.ts';
import type { ArticleDetail } from '../../../contract/model.ts';
import { isPageName } from '../../../contract/saved-page.ts';
import { IconButton, IconLink } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './reader-tools.module.css';

interface Props {
  readonly article: ArticleDetail;
  readonly isOriginalShown: boolean;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly hasBack: boolean;
  readonly run: (command: CommandId) => void;
  readonly keyOf: (command: CommandId) => string;
  readonly linkRef: Ref<HTMLAnchorElement>;
  readonly onFetchPage: () => void;
}

/** What one can do with the open article; each button is a command and names its key. */
export const ReaderTools = ({
  article,
  isOriginalShown,
  hasNext,
  hasPrevious,
  hasBack,
  run,
  keyOf,
  linkRef,
  onFetchPage,
}: Props) => {
  const command = (id: CommandId) => ({ keyHint: keyOf(id), onClick: () => run(id) });
  const { isStarred, isRead, isArchived, isTrashed, url } = article;
  return (
    <div className={styles.tools} role="toolbar" aria-label="Article">
      {hasBack && <IconButton icon={ArrowLeft} label="Back to the list" tip="start" {...command('go.back')} />}
      <IconButton
        icon={ChevronUp}
        label="Previous article"
        tip="start"
        isDisabled={!hasPrevious}
        {...command('article.previous')}
      />
      <IconButton
        icon={ChevronDown}
        label="Next article"
        tip="start"
        isDisabled={!hasNext}
        {...command('article.next')}
      />
      <span className={styles.space} />
      <IconButton
        icon={isRead ? CircleCheck : Circle}
        label={isRead ? 'Mark unread' : 'Mark read'}
        {...command('article.toggleRead')}
      />
      <IconButton icon={Star} label="Star" isPressed={isStarred} {...command('article.toggleStar')} />
      <IconButton icon={TagIcon} label="Edit tags" hasPopup="dialog" {...command('article.tag')} />
      {!isTrashed && (
        <IconButton
          icon={isArchived ? ArchiveRestore : Archive}
          label={isArchived ? 'Unarchive' : 'Archive'}
          {...command('article.archive')}
        />
      )}
      <IconButton
        icon={isTrashed ? ArchiveRestore : Trash2}
        label={isTrashed ? 'Put back' : 'Move to Trash'}
        {...command('article.trash')}
      />
      {url !== null && (
        <IconLink
          icon={ExternalLink}
          label="Open in browser"
          keyHint={keyOf('article.openUrl')}
          href={url}
          linkRef={linkRef}
        />
      )}
      <Menu
        label="More"
        icon={Ellipsis}
        items={[
          {
            label: isOriginalShown ? 'Show article' : 'Show original',
            hint: keyOf('article.original'),
            onChoose: () => run('article.original'),
          },
          ...(isPageName(article.originalName)
            ? [
                {
                  label: 'Show the page as it was',
                  hint: keyOf('article.originalPage'),
                  onChoose: () => run('article.originalPage'),
                },
              ]
            : []),
          ...(url === null ? [] : [{ label: 'Fetch the page', onChoose: onFetchPage }]),
          { label: 'Read the file again', hint: keyOf('article.reread'), onChoose: () => run('article.reread') },
          ...(url === null
            ? []
            : [{ label: 'Copy link', hint: keyOf('article.copyLink'), onChoose: () => run('article.copyLink') }]),
          { label: 'Larger text', hint: keyOf('view.larger'), onChoose: () => run('view.larger') },
          { label: 'Smaller text', hint: keyOf('view.smaller'), onChoose: () => run('view.smaller') },
        ]}
      />
    </div>
  );
};
