import { watch } from 'node:fs';

/** Writes come in bursts; one look after each burst is enough. */
const GATHER_MS = 250;

/**
 * Calls `onWrite` after the library's files were written to, by whomever. The operating system says so; nothing polls.
 * Where a folder cannot be watched (some network disks), changes by other programs show at the next look.
 */
export function watchLibrary(folder: string, onWrite: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | null = null;
  const gathered = () => {
    timer = null;
    onWrite().catch(() => {});
  };
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (!name?.startsWith('library.sqlite')) return;
      timer ??= setTimeout(gathered, GATHER_MS);
    });
    watcher.on('error', () => watcher.close());
    return {
      close() {
        watcher.close();
        if (timer) clearTimeout(timer);
      },
    };
  } catch {
    return { close() {} };
  }
}
