import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { LoopbackHost } from '../../http/server.ts';
import { layout } from '../../layout.ts';
import { type Command, CommandError, EXIT } from '../command.ts';
import { noWords, numberWord, parseWords } from '../words.ts';

/** `serve`: the reader in a browser on this machine. */
export const serve: Command = {
  help: `Usage: serve [--port N] [--open] [--subscribe ADDRESS]

Serves the reader on 127.0.0.1 only, to the browser that opens the printed address, until Ctrl+C.

  --port N        a fixed port (default: any free one)
  --open          open the default browser
  --subscribe A   ask there whether to subscribe to A, a feed or a site that has one`,
  hasWindow: true,
  mayTypeFolders: true,
  async run({ args, isJson, engine, log, out, say, signal }) {
    const { values, positionals } = parseWords(args, {
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: false },
      subscribe: { type: 'string' },
    });
    const port = numberWord('--port', values.port, [0, 65_535]);
    noWords(positionals);
    if (!existsSync(join(layout.rendererFolder, 'index.html')))
      say('The page has not been built yet: npm run build builds it.');
    // Loaded while the library is opened.
    const [running, { listen }] = await Promise.all([engine(), import('../../http/server.ts')]);
    const host = await open(() => listen(running, { port, log, token: process.env['TEARSHEET_TOKEN'] ?? null }), port);
    const asked = values.subscribe;
    const url = asked === undefined ? host.url : `${host.url}#/?${new URLSearchParams({ subscribe: asked })}`;
    const opener = values.open ? findOpener() : null;
    // Whoever has it opened is a person, also when a script stands between.
    out(isJson && !values.open ? JSON.stringify({ url }) : url);
    if (values.open)
      say(
        opener
          ? 'Opening it in your browser. Press Ctrl+C here to end.'
          : 'Open this address in a browser. Press Ctrl+C here to end.',
      );
    if (opener)
      spawn(opener.program, [...opener.args, url], { stdio: 'ignore', detached: true })
        .on('error', () => say('No browser could be opened: please open the address yourself.'))
        .unref();
    await new Promise<void>((ended) => (signal.aborted ? ended() : signal.addEventListener('abort', () => ended())));
    await host.close();
    return EXIT.ok;
  },
};

async function open(listen: () => Promise<LoopbackHost>, port: number): Promise<LoopbackHost> {
  try {
    return await listen();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new CommandError(`Another program uses port ${port}`);
    if (code === 'EACCES') throw new CommandError(`Port ${port} is not yours to use`);
    throw error;
  }
}

/** The desktop's way to open an address; null where there is no desktop. */
function findOpener(): { readonly program: string; readonly args: readonly string[] } | null {
  if (process.platform === 'darwin') return { program: 'open', args: [] };
  if (process.platform === 'win32') return { program: 'explorer.exe', args: [] };
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const program = folders.map((folder) => join(folder, 'xdg-open')).find((file) => existsSync(file));
  return program ? { program, args: [] } : null;
}
