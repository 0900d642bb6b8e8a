import type { FeedPreview } from '../../../contract/feed-look.ts';
import { EntryLine } from './entry-line.tsx';
import styles from './preview.module.css';
import { previewWords } from './preview-words.ts';

/** What a feed is and what came of it lately, before one subscribes. */
export function Preview({ preview }: { readonly preview: FeedPreview }) {
  const { title, url, siteUrl, description, language, entries } = preview;
  return (
    <section className={styles.preview} aria-label="Preview">
      <h3 lang={language ?? undefined} dir="auto">
        {title ?? url}
      </h3>
      <p className={styles.site}>{siteUrl ?? url}</p>
      {description && (
        <p className={styles.description} lang={language ?? undefined} dir="auto">
          {description}
        </p>
      )}
      <p className={styles.words}>{previewWords(preview)}</p>
      <ul lang={language ?? undefined}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same, and the order never changes
          <li key={index}>
            <EntryLine title={entry.title || entry.excerpt} published={entry.published} />
          </li>
        ))}
      </ul>
    </section>
  );
}
