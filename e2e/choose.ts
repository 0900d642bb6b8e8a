import type { Page } from 'playwright/test';
import { type App, expect } from './app.ts';

/**
 * Does what opens the system's file chooser, and chooses there.
 * @param what the kind of chooser that must open; several may be chosen in either
 */
export async function choosing(
  app: App,
  page: Page,
  what: 'files' | 'folder',
  paths: readonly string[],
  act: () => Promise<unknown>,
): Promise<void> {
  if (app.host === 'browser') {
    const opening = page.waitForEvent('filechooser');
    // A browser that does not know yet that choosers are caught opens none; with an answer to something else it does.
    await page.title();
    await act();
    const chooser = await opening;
    expect(chooser.isMultiple()).toBe(true);
    expect(await chooser.element().evaluate((input) => (input as HTMLInputElement).webkitdirectory)).toBe(
      what === 'folder',
    );
    if (paths.length > 0) await chooser.setFiles(what === 'folder' ? (paths[0] ?? '') : [...paths]);
    return;
  }
  const asked = await app.electron.evaluateHandle(({ dialog }, filePaths) => {
    const opened: (readonly string[])[] = [];
    dialog.showOpenDialog = async (...words: readonly unknown[]) => {
      opened.push((words.at(-1) as Electron.OpenDialogOptions).properties ?? []);
      return { canceled: filePaths.length === 0, filePaths: [...filePaths] };
    };
    return opened;
  }, paths);
  await act();
  await expect
    .poll(() => asked.evaluate((opened) => opened))
    .toEqual([[what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections']]);
  await asked.dispose();
}
