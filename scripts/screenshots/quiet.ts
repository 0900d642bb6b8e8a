import { setTimeout } from 'node:timers/promises';
import type { Page, Request } from 'playwright';

const STEP_MS = 50;
const QUIET_STEPS = 10;

/** Watches what a page asks the engine. @returns waits until it has not asked for half a second: counts, too, are as they stay */
export function quietOf(page: Page): () => Promise<void> {
  let open = 0;
  const isCall = (request: Request) => request.url().endsWith('/call');
  page.on('request', (request) => isCall(request) && open++);
  page.on('requestfinished', (request) => isCall(request) && open--);
  page.on('requestfailed', (request) => isCall(request) && open--);
  return async () => {
    for (let quiet = 0; quiet < QUIET_STEPS; quiet = open === 0 ? quiet + 1 : 0) await setTimeout(STEP_MS);
  };
}
