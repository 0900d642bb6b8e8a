import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArticleDetail } from '../../../contract/model.ts';
import type { DifferencePart, Revision } from '../../../contract/revisions.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { formatMoment } from '../../ui/dates.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { countOf } from '../../ui/numbers.ts';
import styles from './revisions-dialog.module.css';

interface Props {
  readonly article: ArticleDetail;
  readonly onClose: () => void;
}

/** What became of an article since it was first here: each time another text took the place of its own. */
export function RevisionsDialog({ article, onClose }: Props) {
  const client = useClient();
  const { data: revisions = [], error } = useQuery({
    queryKey: keys.revisions(article.id),
    queryFn: () => client.call('articles.revisions', { id: article.id }),
  });
  const [chosen, choose] = useState<Revision['id'] | null>(null);
  const shown = revisions.find(({ id }) => id === chosen) ?? revisions[0];
  return (
    <Dialog title="What has changed" isWide onClose={onClose}>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {revisions.length > 1 && (
        <fieldset className={styles.times}>
          <legend>Replaced</legend>
          {revisions.map(({ id, replacedAt }) => (
            <label key={id}>
              <input type="radio" name="revision" checked={id === shown?.id} onChange={() => choose(id)} />
              {formatMoment(replacedAt, navigator.language)}
            </label>
          ))}
        </fieldset>
      )}
      {shown && <Difference article={article} revision={shown} />}
    </Dialog>
  );
}

function Difference({ article, revision }: { readonly article: ArticleDetail; readonly revision: Revision }) {
  const client = useClient();
  const { data: difference, error } = useQuery({
    queryKey: keys.difference(article.id, revision.id),
    queryFn: () => client.call('articles.difference', { id: article.id, revisionId: revision.id }),
  });
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (!difference) return null;
  const { title, paragraphs, addedWords, removedWords } = difference;
  return (
    <>
      <p className={styles.sum}>
        {formatMoment(revision.replacedAt, navigator.language)}: {countOf(addedWords, 'word')} added,{' '}
        {countOf(removedWords, 'word')} taken out
      </p>
      <div className={styles.text} lang={article.language ?? undefined} dir={article.direction}>
        <h3>
          <Parts parts={title} />
        </h3>
        {paragraphs.map(({ kind, parts }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are shown as they came and never move
          <p key={nth} data-kind={kind}>
            <Parts parts={parts} />
          </p>
        ))}
      </div>
    </>
  );
}

const Parts = ({ parts }: { readonly parts: readonly DifferencePart[] }) =>
  parts.map(({ kind, text }, nth) => {
    const Piece = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: they are shown as they came and never move
    return <Piece key={nth}>{text}</Piece>;
  });
