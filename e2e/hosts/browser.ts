import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright/test';
import type { BuiltCopy } from '../built-copy.ts';
import { environment } from '../command-line.ts';
import type { RunningHost, StartOptions } from './host.ts';

/** A loopback host as a program of its own. */
export interface Server {
  /** The address it printed, launch token included. */
  readonly url: string;
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Starts `serve` on a library and waits for the address it prints.
 * @param as the address of one that has ended, to be found there again
 */
export async function startServer(built: BuiltCopy, library: string, as?: URL): Promise<Server> {
  const port = as ? ['--port', as.port] : [];
  const token = as?.searchParams.get('token');
  const child = spawn(process.execPath, [built.cli, 'serve', '--library', library, '--json', ...port], {
    cwd: built.folder,
    env: { ...environment(), ...(token ? { TEARSHEET_TOKEN: token } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    url,
    origin: new URL(url).origin,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (child.exitCode !== 0) throw new Error(`The loopback host ended with ${child.exitCode ?? child.signalCode}`);
    },
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The loopback host has no output');
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error('The loopback host ended without printing its address');
}

/** Opens the application in an ordinary browser. */
export async function startInBrowser(browser: Browser, options: StartOptions): Promise<RunningHost> {
  const server = await startServer(options.built, options.library);
  const context = await browser.newContext({
    ...(options.size ? { viewport: { ...options.size } } : {}),
    locale: options.locale,
    timezoneId: 'America/Los_Angeles',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(server.url);
  return {
    page,
    origin: server.origin,
    electron: null,
    resize: (size) => page.setViewportSize({ ...size }),
    async stop() {
      await context.close();
      await server.stop();
    },
  };
}
