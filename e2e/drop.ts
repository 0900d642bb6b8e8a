import type { Page } from 'playwright/test';

interface DragData {
  readonly items: { mimeType: string; data: string }[];
  readonly files: string[];
  /** Copy, as a file manager offers it. */
  readonly dragOperationsMask: 1;
}

const dragOf = (files: readonly string[]): DragData => ({ items: [], files: [...files], dragOperationsMask: 1 });

/** Drags files and folders over the window and lets go: Chromium's own drop, with File objects that know their paths. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await hoverFiles(page, paths);
  await drag(page, 'drop', dragOf(paths));
}

/** Drags files over the window and keeps them there. */
export async function hoverFiles(page: Page, paths: readonly string[]): Promise<void> {
  await drag(page, 'dragEnter', dragOf(paths));
  await drag(page, 'dragOver', dragOf(paths));
}

/** Carries what hovers out of the window again. */
export const carryAway = (page: Page): Promise<void> => drag(page, 'dragOver', dragOf([]), -40);

async function drag(page: Page, type: 'dragEnter' | 'dragOver' | 'drop', data: DragData, x = 400): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Input.dispatchDragEvent', { type, x, y: 300, data });
  await devTools.detach();
}
