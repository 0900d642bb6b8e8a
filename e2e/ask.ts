import type { Page } from 'playwright/test';

interface Host {
  send(request: unknown): Promise<Reply>;
}

interface Reply {
  readonly result?: unknown;
}

/** Asks the engine the way the page does, by whichever host there is. */
export async function ask(page: Page, method: string, params: unknown): Promise<unknown> {
  const { result } = await page.evaluate(
    async (request): Promise<Reply> => {
      const { host } = window as { readonly host?: Host };
      if (host) return host.send(request);
      const response = await fetch('/call', { method: 'POST', body: JSON.stringify(request) });
      return response.json();
    },
    { method, params },
  );
  return result;
}
