import type { Page } from 'playwright/test';

/** Notes everything a page does that stored words must not make it do. */
export interface Witness {
  /** In words, in the order noticed; empty when all is well. */
  readonly noticed: readonly string[];
  /** Waits until whatever was set going has been noticed. */
  settle(): Promise<void>;
}

/** What the planted script says to the console, so that it is heard from every frame. */
const SAYS = 'witness says ';

/** Reasons for which a browser itself sends nothing. */
const REFUSED = new Set(['csp', 'origin']);

interface Expected {
  /** Whether the page may ask for an address. Pictures within the page ask nobody. */
  request(url: string): boolean;
  /** Whether a frame may be led to an address. */
  frame(url: string): boolean;
}

/** Begins to watch; a page that is open already must be loaded again before it is watched whole. */
export async function watch(page: Page, expected: Expected): Promise<Witness> {
  const noticed: string[] = [];
  const note = (what: string) => noticed.push(what.slice(0, 300));
  await page.addInitScript(plant, SAYS);

  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(SAYS)) note(text.slice(SAYS.length));
  });
  page.on('dialog', (dialog) => {
    note(`a dialog: ${dialog.message()}`);
    void dialog.dismiss().catch(() => {});
  });
  page.on('popup', (popup) => {
    note(`a window: ${popup.url()}`);
    void popup.close().catch(() => {});
  });
  page.on('pageerror', (error) => note(`an error: ${error.message}`));
  page.on('worker', (worker) => note(`a worker: ${worker.url()}`));
  page.on('websocket', (socket) => note(`a socket: ${socket.url()}`));
  page.on('download', (download) => note(`a download: ${download.url()}`));
  page.on('filechooser', () => note('a file chooser'));
  // What a policy refuses is announced as a request too, and fails before it leaves; so is a picture whose address is a script, for which nothing can leave.
  const asked = (url: string, how: string) => {
    if (!/^(?:data:image\/|javascript:)/i.test(url) && !expected.request(url)) note(`a request (${how}): ${url}`);
  };
  page.on('response', (response) => asked(response.url(), `answered ${response.status()}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!REFUSED.has(reason)) asked(request.url(), reason);
  });
  page.on('framenavigated', (frame) => {
    if (!expected.frame(frame.url())) note(`a navigation: ${frame.url()}`);
  });

  return {
    noticed,
    async settle() {
      // Two frames and a task: what fails to load has failed, and what was to run has run; then the way to here.
      await page.evaluate(
        () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
      );
    },
  };
}

/** Runs in every frame before anything of it: what payloads call says so instead of doing it, and so does every refusal of the policy. */
function plant(says: string): void {
  // biome-ignore lint/suspicious/noConsole: the one way out of every frame
  const say = console.debug.bind(console);
  const global = globalThis as unknown as Record<string, unknown>;
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    global[name] = (...words: readonly unknown[]) => say(`${says}ran: ${name}(${words.map(String).join()})`);
  // Only our own page is asked: what a stored page tries in its frame, its policy is there to refuse.
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    say(`${says}the policy had to refuse: ${violatedDirective} ${blockedURI} ${sample}`),
  );
}

/** A frame that is nowhere, or written within its page; both are as bound as what they stand in. */
const ABOUT_ITSELF = new Set(['about:blank', 'about:srcdoc']);

/** What our own page asks for, and where its frame may be. */
export const ourOwn = (origin: string): Expected => {
  const paths = /^\/(?:ahead|call|events|icon\.svg|assets\/[\w.-]+|asset\/[0-9a-f]{64}|original\/\d+|import\/\d+)?$/;
  const pathOf = (url: string) =>
    url.startsWith(`${origin}/`) ? (url.slice(origin.length).split(/[?#]/)[0] ?? '') : '-';
  return {
    request: (url) => paths.test(pathOf(url)),
    frame: (url) => pathOf(url) === '/' || /^\/original\/\d+$/.test(pathOf(url)) || ABOUT_ITSELF.has(url),
  };
};

/**
 * Does to everything below what a person, a mouse and time might do. Runs in the page.
 * Links that lead into the world are left alone: to follow one is the person's own wish.
 */
export function provoke(root: ParentNode): void {
  const events = (
    'click dblclick mousedown mouseup mouseover mouseenter mousemove mouseout pointerdown pointerenter pointerover focus focusin blur ' +
    'toggle beforetoggle command load error begin end repeat animationstart animationend transitionend scroll wheel copy cut paste ' +
    'drag drop input change submit keydown keyup contextmenu start finish bounce show cancel close canplay loadstart'
  ).split(' ');
  for (const element of root.querySelectorAll('*')) {
    for (const name of events) element.dispatchEvent(new Event(name));
    if (element.matches('button, input, summary, form')) (element as HTMLElement).click?.();
    if (!element.matches('a, area, [href], [*|href]')) continue;
    const address = String((element as HTMLAnchorElement).href ?? '');
    if (!/^(?:https?|mailto):/.test(address)) element.dispatchEvent(new MouseEvent('click', { cancelable: true }));
  }
}
