import { argv } from 'node:process';

// `npm run cli`: the command line of the checkout. `serve` needs the page, which is built when it is not there or older than its sources.
const words = argv.slice(2);
if (words.includes('serve') && !words.includes('--help')) {
  const { freshRenderer } = await import('./build.ts');
  await freshRenderer();
}
await import('../main/hosts/cli/main.ts');
