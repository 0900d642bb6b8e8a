import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bookOf, largeTarOf, largeZipOf, mailboxOf, mixtureOf, pagesOf, webArchiveOf } from './archives/inputs.ts';
import { type Scale, SIZES } from './archives/scale.ts';
import { inFreshFolder } from './cache.ts';
import { type Ended, runToEnd } from './child.ts';
import { corpus } from './corpus.ts';
import type { Figure, Report } from './figures.ts';

/** What is promised of every import. */
const MOST_MB = 450;
/** Memory that is flat has about as much at the end as before the middle; collecting garbage leaves it uneven. */
const MOST_GROWTH = 1.15;

interface Case {
  readonly name: string;
  readonly make: () => Promise<string>;
  readonly articles: number;
  /** Pictures that its articles show. */
  readonly pictures: number;
  /** The most seconds. */
  readonly mostSeconds?: number;
  /** The fewest articles a second. */
  readonly leastRate?: number;
  /** Whether it is large enough to see whether memory grows. */
  readonly isFlat?: boolean;
}

/** Archives by the command line, beside a script that only reads and parses what is in them. */
export async function measureArchives(scale: Scale): Promise<Report> {
  const { articles, messages, webPages, looked, largePages } = SIZES[scale];
  const cases: readonly Case[] = [
    ...[
      { name: 'EPUB', make: () => bookOf(articles), articles, pictures: articles, mostSeconds: 20 },
      { name: 'ZIP of pages', make: () => pagesOf(articles), articles, pictures: articles * 2, mostSeconds: 20 },
      { name: 'mbox', make: () => mailboxOf(messages), articles: messages, pictures: 0, leastRate: 150, isFlat: true },
      { name: 'WACZ', make: () => webArchiveOf(webPages), articles: webPages, pictures: webPages * 2, mostSeconds: 60 },
    ],
    ...[
      {
        name: 'large ZIP',
        make: () => largeZipOf(largePages),
        articles: largePages,
        pictures: largePages * 4,
        isFlat: true,
      },
      {
        name: 'large tar.gz',
        make: () => largeTarOf(largePages),
        articles: largePages,
        pictures: largePages * 4,
        isFlat: true,
      },
    ],
  ];
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const one of cases) {
    const measured = await measureOne(one);
    figures.push(...measured.figures);
    notes.push(...measured.notes);
  }
  const dry = await measureLook(looked);
  return {
    figures: [...figures, ...dry.figures].map((figure) => (scale === 'small' ? withoutBound(figure) : figure)),
    notes: [
      ...notes,
      ...dry.notes,
      `Each once, by \`import\` into an empty library, a process of its own from start to end. ${corpus.sentence}`,
      'Baseline: one thread that takes the same articles out of the same archive, decodes and parses them, and keeps nothing; a process of its own, run before.',
      'Growth of memory: the most of the last quarter of the time in which files are reported, beside the most of the second quarter.',
      ...(scale === 'small' ? ['Too small to be held against any bound.'] : []),
    ],
  };
}

async function measureOne(one: Case): Promise<Report> {
  const { name, make, articles, pictures, mostSeconds, leastRate, isFlat = false } = one;
  const file = await make();
  const bare = await parseOnly(file);
  checkCount(name, (bare.answer as { readonly files: number }).files, articles);
  const { whole, kept } = await inFreshFolder(async (fresh) => {
    const library = join(fresh, 'library');
    const whole = await runToEnd('scripts/run.js', ['./cli.ts', 'import', '--json', '--library', library, file]);
    return { whole, kept: picturesIn(library) };
  });
  checkCount(name, (whole.answer as { readonly summary: { readonly imported: number } }).summary.imported, articles);
  return {
    figures: [
      seconds(`${name}, ${counted(articles)} articles`, whole, bare, mostSeconds),
      rate(`${name}, articles a second`, articles, whole, bare, leastRate),
      ...memory(name, whole, bare),
      ...(isFlat ? growth(name, whole) : []),
    ],
    notes: [`${name}: ${megabytes(file)}, ${counted(kept)} of ${counted(pictures)} pictures kept.`],
  };
}

const parseOnly = (file: string): Promise<Ended> =>
  inFreshFolder((spool) => runToEnd('scripts/bench/bare-parse.ts', [file, spool]));

/** A look at what an import would do. */
async function measureLook(files: number): Promise<Report> {
  const name = 'dry run';
  const file = await mixtureOf(files);
  const bare = await parseOnly(file);
  checkCount(name, (bare.answer as { readonly files: number }).files, files);
  const whole = await inFreshFolder((fresh) =>
    runToEnd('scripts/run.js', [
      './cli.ts',
      'import',
      '--dry-run',
      '--json',
      '--library',
      join(fresh, 'library'),
      file,
    ]),
  );
  const { plan } = whole.answer as { readonly plan: { readonly kinds: readonly { readonly new: number }[] } };
  checkCount(
    name,
    plan.kinds.reduce((sum, kind) => sum + kind.new, 0),
    files,
  );
  return {
    figures: [
      seconds(`${name}, ${counted(files)} files`, whole, bare, 15),
      rate(`${name}, files a second`, files, whole, bare),
      ...memory(name, whole, bare),
    ],
    notes: [`${name}: a ZIP archive of ${megabytes(file)}: texts, Markdown and pages of 10 to 50 kB.`],
  };
}

const seconds = (name: string, whole: Ended, bare: Ended, bound: number | undefined): Figure => ({
  ...{ name, value: whole.elapsedMs / 1_000, unit: 's', baseline: bare.elapsedMs / 1_000 },
  ...(bound !== undefined && { bound }),
});

const rate = (name: string, count: number, whole: Ended, bare: Ended, least?: number): Figure => ({
  ...{ name, value: count / (whole.elapsedMs / 1_000), unit: '/s', baseline: count / (bare.elapsedMs / 1_000) },
  ...(least !== undefined && { bound: least, boundIsLeast: true }),
});

/** Nothing where the system does not tell. */
const memory = (name: string, { peakMb }: Ended, bare: Ended): Figure[] =>
  peakMb === null || bare.peakMb === null
    ? []
    : [{ name: `${name}, most memory`, value: peakMb, unit: 'MB', bound: MOST_MB, baseline: bare.peakMb }];

/** How much more memory there is at the end; nothing where too little was seen to tell. */
function growth(name: string, { memoryMb }: Ended): Figure[] {
  const quarter = Math.floor(memoryMb.length / 4);
  if (quarter === 0) return [];
  const most = (from: number, to: number) => Math.max(...memoryMb.slice(from, to));
  const grown = most(quarter * 3, memoryMb.length) / most(quarter, quarter * 2);
  return [{ name: `${name}, growth of memory`, value: grown, unit: '×', bound: MOST_GROWTH }];
}

const withoutBound = ({ name, value, unit, baseline }: Figure): Figure => ({
  ...{ name, value, unit },
  ...(baseline !== undefined && { baseline }),
});

function checkCount(name: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${name}: ${found} articles where there are ${wanted}`);
}

function picturesIn(library: string): number {
  const db = new Database(join(library, 'library.sqlite'), { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM asset').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

const counted = (count: number): string => count.toLocaleString('en-GB');

const megabytes = (file: string): string => `${counted(Math.round(statSync(file).size / 1_000_000))} MB`;
