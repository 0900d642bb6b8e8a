import type { Migration } from './index.ts';

/** Articles without a word are few, and are counted: of a saved link nothing but the address is here. */
export const wordlessArticles: Migration = {
  version: 10,
  up(db) {
    db.exec('CREATE INDEX article_wordless ON article (place) WHERE word_count = 0');
  },
};
