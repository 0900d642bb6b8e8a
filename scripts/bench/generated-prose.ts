import { pick, seeded } from '../../base/seeded.ts';
import type { Pool, Pools } from './corpus.ts';
import { queries } from './queries.ts';

const PARAGRAPHS = 4_000;
const TITLES = 2_000;
const RARE_WORDS = 20_000;

const COMMON =
  'the of and to in a is that for it on was with as by at from be this have are not or an which were but they their has had will more we can about';
const SYLLABLES =
  'ba be bo ca ce co da de do fa fi fo ga gi go la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi';
const JAPANESE =
  '東京都 政府 選手 大会 日本 発表 会社 開始 今年 新聞 調査 地域 問題 計画 について によると した している';

/**
 * Prose without meaning, for machines without news texts: a few words very often, many seldom, as in any language.
 * The words that are searched for are among them.
 */
export function generatedPools(): Pools {
  const random = seeded(20260801);
  const syllables = SYLLABLES.split(' ');
  const made = Array.from({ length: RARE_WORDS }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, syllables)).join(''),
  );
  const searched = queries.flatMap((query) => query.match(/[a-zéç]{4,}/g) ?? []);
  const words = [...COMMON.split(' '), ...new Set(searched), ...made];
  // Zipf's law, nearly: the chance of a word falls with its rank.
  const word = () => words[Math.floor(words.length ** random()) - 1] ?? 'the';
  const western = pool(random, word, ' ', '.');
  return { en: western, fr: western, ja: pool(random, () => pick(random, JAPANESE.split(' ')), '', '。') };
}

function pool(random: () => number, word: () => string, space: string, stop: string): Pool {
  const words = (least: number, most: number) =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, word).join(space);
  const sentence = () => capitalised(words(6, 24)) + stop;
  return {
    titles: Array.from({ length: TITLES }, () => capitalised(words(5, 11))),
    paragraphs: Array.from({ length: PARAGRAPHS }, () =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, sentence).join(space),
    ),
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
