import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

/** Notes what a page throws and what its console calls an error, a refusal by the policy included. */
export function watchForProblems(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`The page threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`The page's console: ${message.text()}`);
  });
}

/** What the application itself noted as gone wrong. */
export function loggedErrors(library: string): string[] {
  return linesOf(join(library, 'tearsheet.log')).filter((line) => line.includes('"level":"error"'));
}

/** Whoever opened a library and did not close it has left a mark. */
export const leftOpen = (library: string): string[] => readdirSync(join(library, 'open'));

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
