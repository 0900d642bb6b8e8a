import { runCommandLine } from './run.ts';

const unheard = new AbortController();
// A reader that has seen enough (`… | head`) is no error, and no reason to leave an import half done.
process.stdout.on('error', () => unheard.abort());

// A second Ctrl+C ends the process as it would any other.
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  // Under `npm run` the folder is npm's; the caller's is told.
  from: process.env['INIT_CWD'] ?? process.cwd(),
  isTerminal: process.stdout.isTTY,
  out: (line) => {
    if (!unheard.signal.aborted) process.stdout.write(`${line}\n`);
  },
  say: (line) => process.stderr.write(`${line}\n`),
  signal: interrupt.signal,
  unheard: unheard.signal,
});
