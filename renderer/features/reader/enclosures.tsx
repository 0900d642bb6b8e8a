import { type SyntheticEvent, useRef } from 'react';
import type { ArticleEnclosure } from '../../../contract/enclosures.ts';
import type { ArticleDetail, ArticleId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { DownloadLink } from '../../ui/button.tsx';
import { EnclosureFetch } from './enclosure-fetch.tsx';
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

const Enclosure = ({ id, enclosure }: { readonly id: ArticleId; readonly enclosure: ArticleEnclosure }) => (
  <>
    <p className={styles.name}>
      <span dir="auto">{enclosureName(enclosure)}</span> <small>{enclosureWords(enclosure)}</small>
    </p>
    {enclosure.src === null ? (
      <EnclosureFetch id={id} enclosure={enclosure} />
    ) : /^(?:audio|video)\//.test(enclosure.mediaType ?? '') ? (
      <Player id={id} enclosure={enclosure} src={enclosure.src} />
    ) : (
      <DownloadLink href={enclosure.src} name={enclosureName(enclosure)}>
        Save the file
      </DownloadLink>
    )}
  </>
);

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
