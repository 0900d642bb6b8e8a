import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useRef, useState } from 'react';
import type { ArticleDetail, ArticleEnclosure, ArticleId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { Button, DownloadLink } from '../../ui/button.tsx';
import { enclosureName, enclosureWords } from './enclosure-words.ts';
import styles from './enclosures.module.css';

/** Files that came with an article: what is here is played or saved, the rest is fetched when asked for. */
export const Enclosures = ({ article: { id, enclosures } }: { readonly article: ArticleDetail }) =>
  enclosures.length > 0 && (
    <ul className={styles.list} aria-label="Files that came with it">
      {enclosures.map((enclosure) => (
        <li key={enclosure.url}>
          <Enclosure id={id} enclosure={enclosure} />
        </li>
      ))}
    </ul>
  );

function Enclosure({ id, enclosure }: { readonly id: ArticleId; readonly enclosure: ArticleEnclosure }) {
  const client = useClient();
  const cache = useQueryClient();
  const [isFetching, setFetching] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { url, src, mediaType } = enclosure;

  const fetch = async () => {
    setFetching(true);
    setRefusal(null);
    try {
      await client.call('enclosures.fetch', { id, url });
      await cache.invalidateQueries({ queryKey: keys.detail(id) });
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    setFetching(false);
  };

  return (
    <>
      <p className={styles.name}>
        <span dir="auto">{enclosureName(enclosure)}</span> <small>{enclosureWords(enclosure)}</small>
      </p>
      {src === null ? (
        <div className={styles.fetch}>
          <Button isDisabled={isFetching} onClick={() => void fetch()}>
            {isFetching ? 'Fetching…' : 'Fetch the file'}
          </Button>
          <span role="status">{refusal}</span>
        </div>
      ) : /^(?:audio|video)\//.test(mediaType ?? '') ? (
        <Player id={id} enclosure={enclosure} src={src} />
      ) : (
        <DownloadLink href={src} name={enclosureName(enclosure)}>
          Save the file
        </DownloadLink>
      )}
    </>
  );
}

/** Every so many seconds of playing the place is noted. */
const NOTED_SECONDS = 5;

interface PlayerProps {
  readonly id: ArticleId;
  readonly enclosure: ArticleEnclosure;
  readonly src: string;
}

/** Plays from this computer, and goes on where it was stopped. */
function Player({ id, enclosure: { url, mediaType, seconds }, src }: PlayerProps) {
  const client = useClient();
  const noted = useRef(seconds);
  const note = ({ currentTarget: { currentTime, ended } }: SyntheticEvent<HTMLMediaElement>) => {
    noted.current = currentTime;
    // It begins anew once it has been heard to its end.
    void client.call('enclosures.setPosition', { id, url, seconds: ended ? 0 : currentTime }).catch(() => {});
  };
  const player = {
    className: styles.player,
    src,
    controls: true,
    preload: 'metadata',
    onLoadedMetadata: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      if (seconds > 0 && seconds < currentTarget.duration) currentTarget.currentTime = seconds;
    },
    onTimeUpdate: (event: SyntheticEvent<HTMLMediaElement>) => {
      if (Math.abs(event.currentTarget.currentTime - noted.current) >= NOTED_SECONDS) note(event);
    },
    onPause: note,
    onEnded: note,
  };
  return mediaType?.startsWith('video/') ? <video {...player} /> : <audio {...player} />;
}
