import { isAbsolute, resolve } from 'node:path';

/** What Tearsheet itself understands of a command line; Chromium's own switches stand beside it. */
export function readArguments(argv: readonly string[]): { readonly library: string | undefined } {
  const at = argv.indexOf('--library');
  const joined = argv.find((arg) => arg.startsWith('--library='));
  return { library: joined?.slice('--library='.length) ?? (at >= 0 ? argv[at + 1] : undefined) };
}

/** Files named on the command line (`tearsheet story.txt`): what follows a lone `--`, so that no switch or program name is taken for one. */
export function pathsIn(argv: readonly string[], from: string): readonly string[] {
  const at = argv.indexOf('--');
  if (at < 0) return [];
  return argv.slice(at + 1).map((path) => (isAbsolute(path) ? path : resolve(from, path)));
}
