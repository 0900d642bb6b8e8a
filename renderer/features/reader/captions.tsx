import styles from './reader.module.css';

/** Captions of pictures the text came with but does not show, apart from the text. */
export const Captions = ({ captions }: { readonly captions: readonly string[] }) =>
  captions.length > 0 && (
    <aside className={styles.captions} aria-label="Picture captions">
      {captions.map((caption) => (
        <p key={caption}>{caption}</p>
      ))}
    </aside>
  );
