import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../process.ts';

/** News texts to measure with; not part of the project. */
const CORPUS = join(root, '../shared/corpora/newstext');

const FILES = ['18f', 'digitalgov', 'nodejs', 'rust', 'gum-wikinews', 'frwikinews', 'jawikinews'];

/** One text made of real paragraphs. */
export interface MadeText {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

interface Pool {
  readonly language: string;
  readonly titles: readonly string[];
  readonly paragraphs: readonly string[];
}

export const corpusIsThere = (): boolean => existsSync(CORPUS);

/**
 * Makes texts of about 2 kB by putting paragraphs of real articles together anew: the words are as frequent as in news, no two texts are the same.
 * The same `count` gives the same texts. Of a hundred, 90 are English, 6 Japanese, 4 French.
 */
export function* makeTexts(count: number): Generator<MadeText> {
  const pools = readPools();
  const random = seeded(20260801);
  const pick = <T>(from: readonly T[], fallback: T): T => from[Math.floor(random() * from.length)] ?? fallback;
  for (let i = 0; i < count; i++) {
    const share = i % 100;
    const language = share < 90 ? 'en' : share < 96 ? 'ja' : 'fr';
    const pool = pools.find((each) => each.language === language);
    if (!pool) continue;
    const sizeBytes = 1_000 + random() * 2_000;
    const paragraphs: string[] = [];
    for (let bytes = 0; bytes < sizeBytes; ) {
      const paragraph = pick(pool.paragraphs, '');
      paragraphs.push(paragraph);
      bytes += Buffer.byteLength(paragraph);
    }
    // Halves of two headlines: titles differ as widely as real ones.
    const title = `${half(pick(pool.titles, ''), 0)} ${half(pick(pool.titles, ''), 1)}`.trim();
    yield { title, text: paragraphs.join('\n\n'), language };
  }
}

function half(title: string, which: 0 | 1): string {
  const words = title.split(' ');
  const middle = Math.ceil(words.length / 2);
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}

function readPools(): readonly Pool[] {
  const pools = new Map<string, { language: string; titles: string[]; paragraphs: string[] }>();
  for (const file of FILES) {
    const lines = gunzipSync(readFileSync(join(CORPUS, `${file}.jsonl.gz`)))
      .toString('utf8')
      .split('\n');
    for (const line of lines) {
      if (line === '') continue;
      const { title, text, lang }: { title: string; text: string; lang: string } = JSON.parse(line);
      const pool = pools.get(lang) ?? { language: lang, titles: [], paragraphs: [] };
      pools.set(lang, pool);
      pool.titles.push(title);
      for (const paragraph of text.split(/\n\s*\n/)) {
        const joined = paragraph.replace(/\s*\n\s*/g, ' ').trim();
        if (joined.length >= 40 && joined.length <= 1_500) pool.paragraphs.push(joined);
      }
    }
  }
  return [...pools.values()];
}

/** Mulberry32: small, even enough, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
