import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder a library lives in: the one asked for, else `TEARSHEET_LIBRARY`, else the operating system's data folder.
 * @param asked from the command line; relative to `from`
 */
export function libraryFolder(asked: string | undefined, env: Environment, from: string): string {
  const named = asked ?? env['TEARSHEET_LIBRARY'];
  if (named) return resolve(from, named);
  return join(dataFolder(env), 'Tearsheet');
}

/** Source: XDG Base Directory Specification (Linux); Apple File System Programming Guide; Windows Known Folders. */
function dataFolder(env: Environment): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  const xdg = env['XDG_DATA_HOME'];
  // The specification has a relative XDG_DATA_HOME ignored.
  return xdg?.startsWith('/') ? xdg : join(homedir(), '.local', 'share');
}
