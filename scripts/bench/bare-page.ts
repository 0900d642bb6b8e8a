import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { type Spread, spread } from './figures.ts';

const CLICKS = 30;

/** The least a page can do: copy what is typed, change a text when it is clicked. What it takes is the browser's, not the application's. */
const HTML = `<!doctype html><input autofocus><p id="copy"></p><button>change</button><script>
  const times = { keys: [], clicks: [] };
  const waiting = new Map();
  let marks = 0;
  function presented(then) {
    const mark = document.createElement('p');
    const name = 'mark-' + ++marks;
    mark.textContent = '.';
    mark.setAttribute('elementtiming', name);
    waiting.set(name, (time) => { mark.remove(); then(time); });
    document.body.append(mark);
  }
  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) waiting.get(identifier)?.(renderTime);
  }).observe({ type: 'element' });
  let downAt = 0;
  addEventListener('keydown', ({ timeStamp }) => { downAt = timeStamp; }, true);
  addEventListener('input', ({ target }) => {
    copy.textContent = target.value;
    const from = downAt;
    presented((now) => times.keys.push(now - from));
  });
  addEventListener('click', ({ timeStamp }) => {
    copy.textContent = 'clicked ' + timeStamp;
    presented((now) => times.clicks.push(now - timeStamp));
  });
</script>`;

export async function openBarePage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent(HTML);
  return page;
}

export async function bareFigures(page: Page, keys: number, keyMs: number): Promise<{ keys: Spread; clicks: Spread }> {
  await page.focus('input');
  for (let nth = 0; nth < keys; nth++) {
    await page.keyboard.press('x');
    await sleep(keyMs);
  }
  for (let nth = 0; nth < CLICKS; nth++) {
    await page.click('button');
    await sleep(keyMs);
  }
  const times = await page.evaluate<{ readonly keys: number[]; readonly clicks: number[] }>('times');
  return { keys: spread(times.keys), clicks: spread(times.clicks) };
}
