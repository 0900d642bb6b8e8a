import type { ReactNode } from 'react';
import type { ImportSummary } from '../../contract/imports.ts';
import { countWords } from '../features/imports/words.ts';
import type { ListPlace, Place } from '../state/places.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { emptySentence } from './place-name.ts';

interface EmptyPlaceProps {
  readonly place: ListPlace;
  readonly isUnreadOnly: boolean;
  readonly goTo: (place: Place) => void;
  readonly onShowAll: () => void;
  readonly onImport: () => void;
}

/** What stands where a place has no articles: what it is for, and the way on. */
export const EmptyPlace = ({ place, isUnreadOnly, goTo, onShowAll, onImport }: EmptyPlaceProps) => (
  <EmptyState sentence={emptySentence(place, isUnreadOnly)}>
    {place.kind === 'articles' && <Button onClick={onImport}>Import more files</Button>}
    {place.kind !== 'articles' && isUnreadOnly && <Button onClick={onShowAll}>Show all</Button>}
    {place.kind !== 'articles' && !isUnreadOnly && (
      <Button onClick={() => goTo({ kind: 'articles' })}>All articles</Button>
    )}
  </EmptyState>
);

interface DetailOptions {
  readonly place: ListPlace;
  readonly isEmpty: boolean;
  readonly imports: readonly ImportSummary[] | undefined;
  readonly goTo: (place: Place) => void;
  readonly onEmptyTrash: () => void;
}

/** What is to be said of a place above its list, and done with all of it. */
export function placeDetail({ place, isEmpty, imports, goTo, onEmptyTrash }: DetailOptions): ReactNode {
  if (place.kind === 'trash' && !isEmpty)
    return (
      <>
        <span>Here until you delete them</span>
        <Button kind="quiet" onClick={onEmptyTrash}>
          Empty Trash…
        </Button>
      </>
    );
  if (place.kind !== 'import') return null;
  const imported = imports?.find(({ id }) => id === place.id);
  return (
    <>
      <span>{imported ? countWords(imported.counts) : ''}</span>
      <Button kind="quiet" onClick={() => goTo({ kind: 'imports', id: place.id })}>
        Report
      </Button>
    </>
  );
}
