import { isAbsolute, resolve } from 'node:path';

/** What Tearsheet itself understands of a command line; Chromium's own switches stand beside it. */
export function readArguments(argv: readonly string[]): {
  readonly library: string | undefined;
  /** An address to subscribe to: named as one, or a `feed:` link that the system handed on. */
  readonly subscribe: string | undefined;
} {
  return {
    library: wordAfter(argv, '--library'),
    subscribe: wordAfter(argv, '--subscribe') ?? argv.find((arg) => /^feed:\S+$/i.test(arg)),
  };
}

function wordAfter(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(name);
  const joined = argv.find((arg) => arg.startsWith(`${name}=`));
  return joined?.slice(name.length + 1) ?? (at >= 0 ? argv[at + 1] : undefined);
}

/** Files named on the command line (`tearsheet story.txt`): what follows a lone `--`, so that no switch or program name is taken for one. */
export function pathsIn(argv: readonly string[], from: string): readonly string[] {
  const at = argv.indexOf('--');
  if (at < 0) return [];
  return argv.slice(at + 1).map((path) => (isAbsolute(path) ? path : resolve(from, path)));
}
