import { pick } from '../../base/seeded.ts';
import type { Language, MadeText } from './corpus.ts';

/** What stands around a story on a page, in one language. */
interface Surroundings {
  readonly above: readonly string[];
  readonly byline: readonly string[];
  readonly date: (day: Date) => string;
  readonly afterHead: readonly string[];
  readonly between: readonly string[];
  readonly below: readonly string[];
  readonly copyright: (year: number) => string;
}

const dateIn = (locale: string, style: 'long' | 'medium') => (day: Date) =>
  new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(day);

const AROUND: Readonly<Record<Language, Surroundings>> = {
  en: {
    above: ['News', 'Home > World > Politics', 'Business', 'TECHNOLOGY'],
    byline: ['By Ann Miller', 'By Tom Weaver and Ines Lund', 'Staff reporter'],
    date: dateIn('en-US', 'long'),
    afterHead: ['4 min read', 'Share', '12 comments'],
    between: ['Advertisement', 'Read more: What we know so far', 'Story continues below'],
    below: ['Related articles', 'Most read', 'Sign up for our newsletter', 'Follow us'],
    copyright: (year) => `© ${year} The Harbour Gazette. All rights reserved.`,
  },
  fr: {
    above: ['Accueil > Monde', 'Politique'],
    byline: ['Par Jeanne Morel', 'Par notre correspondant'],
    date: (day) => `Publié le ${dateIn('fr-FR', 'long')(day)}`,
    afterHead: ['Temps de lecture : 4 min', 'Partager'],
    between: ['Publicité', 'À lire aussi : Ce que l’on sait'],
    below: ['Sur le même sujet', 'Les plus lus', 'Abonnez-vous à notre lettre'],
    copyright: (year) => `© ${year} La Gazette du Port. Tous droits réservés.`,
  },
  ja: {
    above: ['ホーム > 社会', '国際'],
    byline: ['文／山田花子', '記者 田中一郎'],
    date: dateIn('ja-JP', 'long'),
    afterHead: ['シェア', 'コメント 3'],
    between: ['広告', 'あわせて読みたい'],
    below: ['関連記事', 'アクセスランキング'],
    copyright: (year) => `© ${year} 港新聞社 無断転載を禁じます`,
  },
};

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2012, 0, 1);

/** A text as it is when somebody has copied it off a page: with a headline, a byline and a date, and some of what stood around it. */
export function copiedPage({ title, paragraphs, language }: MadeText, random: () => number): string {
  const { above, byline, date, afterHead, between, below, copyright } = AROUND[language];
  const day = new Date(FIRST_DAY + Math.floor(random() * 5_000) * DAY_MS);
  const isChance = (share: number) => random() < share;
  const middle = Math.ceil(paragraphs.length / 2);
  const blocks = [
    ...(isChance(0.5) ? [pick(random, above)] : []),
    ...(isChance(0.2) ? [title] : []),
    title,
    pick(random, byline),
    date(day),
    ...(isChance(0.6) ? [pick(random, afterHead)] : []),
    ...paragraphs.slice(0, middle),
    ...(isChance(0.5) ? [pick(random, between)] : []),
    ...paragraphs.slice(middle),
    ...(isChance(0.6) ? [pick(random, below), title.split(' ').reverse().join(' ')] : []),
    ...(isChance(0.7) ? [copyright(day.getUTCFullYear())] : []),
  ];
  // Some browsers copy paragraphs with a blank line between them, some without.
  return `${blocks.join(isChance(0.8) ? '\n\n' : '\n')}\n`;
}
