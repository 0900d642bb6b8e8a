import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { corpus } from './bench/corpus.ts';
import { fillLibrary } from './bench/library.ts';

// Builds a library of made articles to try things with: `node scripts/run.js ./corpus.ts --articles 100000 DIR`.
const { values, positionals } = parseArgs({
  options: { articles: { type: 'string', default: '100000' } },
  allowPositionals: true,
});
const [given] = positionals;
const articles = Number(values.articles);
if (given === undefined || !Number.isSafeInteger(articles) || articles < 1) {
  console.error('Usage: node scripts/run.js ./corpus.ts [--articles N] DIR');
  process.exitCode = 2;
} else {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', given);
  if (existsSync(join(folder, 'library.sqlite'))) {
    console.error(`There is a library in ${folder} already; it was left as it is.`);
    process.exitCode = 1;
  } else {
    const bytes = await fillLibrary(folder, articles);
    console.log(
      `${articles.toLocaleString('en-GB')} articles of ${Math.round(bytes / articles)} bytes in ${folder}. ${corpus.sentence}`,
    );
  }
}
