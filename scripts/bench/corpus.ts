import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pick, seeded } from '../../base/seeded.ts';
import { root } from '../process.ts';
import { generatedPools } from './generated-prose.ts';

/** News texts to measure with; not part of the project. */
const CORPUS = join(root, '../shared/corpora/newstext');
const FILES = ['18f', 'digitalgov', 'nodejs', 'rust', 'gum-wikinews', 'frwikinews', 'jawikinews'];

export type Language = 'en' | 'ja' | 'fr';

/** One text made of paragraphs that others wrote, or of generated ones. */
export interface MadeText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly language: Language;
}

/** What texts of one language are made of. */
export interface Pool {
  readonly titles: readonly string[];
  readonly paragraphs: readonly string[];
}

export type Pools = Readonly<Record<Language, Pool>>;

/** What texts are made of here: a short word for names of folders, and a sentence for those who read the figures. */
export const corpus = existsSync(CORPUS)
  ? ({ kind: 'news', sentence: 'Texts: paragraphs of 7,744 published news texts, put together anew.' } as const)
  : ({
      kind: 'generated',
      sentence: 'Texts: generated, because the news texts are not here; words are too even.',
    } as const);

/**
 * Makes texts of about 2 kB, or so many times that, by putting paragraphs together anew: words are as frequent as in news, no two texts are
 * the same. The same arguments give the same texts. Of a hundred, 90 are English, 6 Japanese, 4 French.
 */
export function* makeTexts(count: number, seed: number, times = 1): Generator<MadeText> {
  const pools = corpus.kind === 'news' ? readPools() : generatedPools();
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const share = i % 100;
    const language = share < 90 ? 'en' : share < 96 ? 'ja' : 'fr';
    const pool = pools[language];
    const sizeBytes = (700 + random() * 1_800) * times;
    const paragraphs: string[] = [];
    for (let bytes = 0; bytes < sizeBytes; ) {
      const paragraph = pick(random, pool.paragraphs);
      paragraphs.push(paragraph);
      bytes += Buffer.byteLength(paragraph);
    }
    // Halves of two headlines: titles differ as widely as real ones.
    const title = `${half(pick(random, pool.titles), 0)} ${half(pick(random, pool.titles), 1)}`.trim();
    yield { title, paragraphs, language };
  }
}

function half(title: string, which: 0 | 1): string {
  const words = title.split(' ');
  const middle = Math.ceil(words.length / 2);
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}

/** Some of the texts are Markdown: only what reads like prose is taken. */
const MARKUP = /^([#|<>[{`]|!\[|[-*+] |\d+\. |~~~)|\]\(|\]\[|```|<\w|https?:|\*\*|\{\{/;

function readPools(): Pools {
  const pools = { en: emptyPool(), ja: emptyPool(), fr: emptyPool() };
  for (const file of FILES) {
    const lines = gunzipSync(readFileSync(join(CORPUS, `${file}.jsonl.gz`)))
      .toString('utf8')
      .split('\n');
    for (const line of lines) {
      if (line === '') continue;
      const { title, text, lang }: { title: string | null; text: string; lang: Language } = JSON.parse(line);
      pools[lang].titles.push(title ?? firstWords(text));
      for (const paragraph of text.split(/\n\s*\n/)) {
        const joined = paragraph.replace(/\s*\n\s*/g, ' ').trim();
        if (joined.length >= 40 && joined.length <= 1_500 && !MARKUP.test(joined)) pools[lang].paragraphs.push(joined);
      }
    }
  }
  return pools;
}

/** The French texts have no headlines of their own. */
const firstWords = (text: string): string => text.trim().split(/\s+/, 9).join(' ');

const emptyPool = (): { titles: string[]; paragraphs: string[] } => ({ titles: [], paragraphs: [] });
