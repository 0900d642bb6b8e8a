import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from 'playwright/test';
import { type App, expect, test } from './app.ts';
import { choosing } from './choose.ts';
import { dropFiles } from './drop.ts';
import { electronArguments, electronEnvironment } from './hosts/electron.ts';
import { findElectron } from './hosts/electron-program.ts';
import { HARBOUR, news } from './news.ts';
import { dialog, heading, messages, open, reader, row, rows } from './window.ts';

/** Notes what would be opened outside, instead of opening it. */
const watchShell = (electron: ElectronApplication) =>
  electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
const openedOutside = (electron: ElectronApplication) =>
  electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);

/** Starts the program once more on the same library and profile, as a double click does. @returns when it has ended */
async function startAgain(app: App, ...more: string[]): Promise<void> {
  const program = findElectron();
  if (!program) throw new Error('Electron has gone');
  const args = electronArguments({ ...app, locale: 'en-GB', argv: more });
  await promisify(execFile)(program.path, args, { env: electronEnvironment(), cwd: app.scratch, timeout: 20_000 });
}

test.describe('the page', () => {
  test.use({ expectsProblems: true });

  test('runs in a sandbox and sees seven things of Electron', async ({ app, page }) => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0] as unknown as {
        webContents: { getLastWebPreferences?(): object };
        options?: { webPreferences: object };
      };
      return window.webContents.getLastWebPreferences?.() ?? window.options?.webPreferences;
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    const seen = await page.evaluate(() => ({
      host: Object.keys((window as unknown as { host: object }).host).sort(),
      isFrozen: Object.isFrozen((window as unknown as { host: object }).host),
      node: [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in window),
    }));
    expect(seen).toEqual({
      host: [
        'chooseToBackUp',
        'chooseToImport',
        'chooseToRestore',
        'chooseToWatch',
        'importFiles',
        'platform',
        'send',
        'subscribe',
      ],
      isFrozen: true,
      node: [],
    });
  });

  test('can call what the contract lists, and name no path', async ({ app, page }) => {
    const [secret = ''] = app.write({ 'secret.md': '# Secret\n\nNobody gave this to the page.\n' });
    const refused = await page.evaluate(async (path) => {
      const { host } = window as unknown as {
        host: { send(request: unknown): Promise<unknown>; importFiles(files: unknown): Promise<void> };
      };
      const isRefused = (call: Promise<unknown>) =>
        call.then(
          () => false,
          () => true,
        );
      return {
        unknown: await host.send({ method: 'imports.fromPaths', params: { paths: [path] } }),
        nonsense: await host.send(null),
        path: await isRefused(host.importFiles([path])),
        made: await isRefused(host.importFiles([new File(['# Made up'], 'secret.md')])),
      };
    }, secret);
    expect(refused).toMatchObject({
      unknown: { ok: false, error: { code: 'unknown-method' } },
      nonsense: { ok: false, error: { code: 'unknown-method' } },
      path: true,
    });
    expect(await app.ask('imports.list', null)).toEqual([]);
  });

  test('is served with a policy that allows it nothing but itself', async ({ page }) => {
    const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    const directives = new Map((policy ?? '').split('; ').map((part) => [part.split(' ')[0], part]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('style-src')).toBe("style-src 'self'");
    expect(directives.get('connect-src')).toBe("connect-src 'self'");
    for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(directives.get(name)).toBe(`${name} 'none'`);
    expect(policy).not.toMatch(/unsafe|\*|http/);

    const broken = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      const failed = new Promise((done) => image.addEventListener('error', () => done('refused')));
      image.src = 'https://outside.example/pixel.png';
      return {
        script: 'ran' in window,
        image: await failed,
        fetch: await fetch('https://outside.example/').catch(() => 'refused'),
      };
    });
    expect(broken).toEqual({ script: false, image: 'refused', fetch: 'refused' });
  });

  test('reaches no file through the scheme it is loaded by', async ({ page }) => {
    const statuses = await page.evaluate(async () => {
      const names = [
        '/../package.json',
        '/%2e%2e/package.json',
        '/assets/../../app/cli.js',
        '/..%2f..%2fpackage.json',
        '//etc/passwd',
        '/assets',
      ];
      return Promise.all(names.map(async (name) => (await fetch(name).catch(() => ({ status: 404 }))).status));
    });
    expect(statuses).toEqual(statuses.map(() => 404));
    expect(
      await page.evaluate(() =>
        fetch('file:///etc/passwd').then(
          () => 'read',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  });

  test('does not leave, opens no window, and hands only web addresses to the browser', async ({ app, page }) => {
    await watchShell(app.electron);
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://outside.example/';
    });
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'file:///etc/passwd';
      document.body.append(link);
      link.click();
    });
    expect(await page.evaluate(() => window.open('https://outside.example/read'))).toBeNull();
    for (const address of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'mailto:a@b.example',
      'app://tearsheet/',
      'ssh://host',
    ])
      expect(await page.evaluate((url) => window.open(url), address)).toBeNull();

    await expect.poll(() => openedOutside(app.electron)).toEqual(['https://outside.example/read']);
    expect(page.url()).toBe(before);
    expect(app.electron.windows()).toHaveLength(1);
    await expect(page.getByRole('button', { name: 'Import files' })).toBeVisible();
  });

  test('is granted no permission but to copy and to tell of news', async ({ page }) => {
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('granted');
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe(
      'denied',
    );
    expect(
      await page.evaluate(
        () =>
          new Promise((answer) =>
            navigator.geolocation.getCurrentPosition(
              () => answer('told'),
              () => answer('refused'),
            ),
          ),
      ),
    ).toBe('refused');
  });
});

test.describe('with articles', () => {
  test.use({ seed: news });

  test('the menus are the commands, and each does what its key does', async ({ app, page }) => {
    const items = await app.electron.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? []).flatMap(({ id, label, accelerator }) =>
          id ? [{ menu: menu.label, id, label, accelerator }] : [],
        ),
      ),
    );
    await page.keyboard.press('?');
    const inMap = await dialog(page).getByRole('term').allTextContents();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    expect(items.map(({ label }) => label).sort()).toEqual([...inMap].sort());
    // A bare letter as an accelerator could no longer be typed.
    for (const { accelerator } of items) if (accelerator) expect(accelerator).toContain('CmdOrCtrl+');

    const choose = (id: string) =>
      app.electron.evaluate(({ Menu }, which) => Menu.getApplicationMenu()?.getMenuItemById(which)?.click(), id);
    await choose('go.starred');
    await expect(heading(page, 'Starred')).toBeVisible();
    await choose('go.articles');
    await expect(rows(page)).toHaveCount(8);
    await choose('list.last');
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(HARBOUR);
    await choose('article.toggleStar');
    await expect(messages(page)).toContainText('Starred 1 article');
    await choose('undo');
    await expect(messages(page)).toContainText('Undone: Star');
    await choose('view.keys');
    await expect(dialog(page)).toContainText('Keyboard map');
    // A dialog has the commands to itself.
    await choose('article.toggleStar');
    await page.keyboard.press('Escape');
    await expect(row(page, HARBOUR).getByRole('img', { name: 'Starred' })).toHaveCount(0);
    await choosing(app, page, 'folder', [], () => choose('library.importFolder'));
  });

  test('what is dropped is read from where it lies; no byte of it goes through the page', async ({ app, page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.method()));
    const [path = ''] = app.write({ 'deep/down/late.md': '# Late edition\n\nIt came after the others.\n' });
    await dropFiles(page, [path]);
    await expect(row(page, 'Late edition')).toBeVisible();
    const [last] = await app.ask('imports.list', null);
    expect(last).toMatchObject({ origin: 'paths', name: 'late.md' });
    const { items } = await app.ask('imports.items', { id: last.id, status: 'all', after: -1, limit: 10 });
    expect(items).toMatchObject([{ path, status: 'imported' }]);
    expect(requests).not.toContain('POST');
  });

  test('links of an article go to the browser of the person', async ({ app, page }) => {
    await watchShell(app.electron);
    await open(page, HARBOUR);
    await reader(page).getByRole('link', { name: 'Little Selwyn' }).click();
    await page.keyboard.press('v');
    await expect
      .poll(() => openedOutside(app.electron))
      .toEqual(['https://courier.example/little-selwyn', 'https://courier.example/2016/08/harbour-reopens']);
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(HARBOUR);
  });

  test('a second start brings the first window forward and hands over its files', async ({ app, page }) => {
    app.write({
      'late.md': '# Late edition\n\nIt came after the others.\n',
      'folder/old.md': '# Old edition\n\nIt came before.\n',
    });
    const window = await app.electron.browserWindow(page);
    await window.evaluate((it) => it.minimize());
    await startAgain(app, '--', 'late.md', 'folder');

    await expect(row(page, 'Late edition')).toBeVisible();
    await expect(row(page, 'Old edition')).toBeVisible();
    expect(await window.evaluate((it) => [it.isMinimized(), it.isFocused()])).toEqual([false, true]);
    expect(app.electron.windows()).toHaveLength(1);
    const [last] = await app.ask('imports.list', null);
    expect(last).toMatchObject({ origin: 'paths', name: 'late.md and 1 more', state: 'done' });
  });
});

test.describe('started with files', () => {
  test.use({ argv: ['--', join(news, '02-glass-bridge.md'), join(news, '07-night-market.txt')] });

  test('it opens and takes them in', async ({ page }) => {
    await expect(rows(page)).toHaveCount(2);
    await expect(row(page, 'Glass bridge closes')).toBeVisible();
  });
});

test.describe('started with an address', () => {
  test.use({ argv: ['--subscribe=http://127.0.0.1:9/feed.xml'] });

  test('it asks whether to subscribe, and so does a link to a feed later', async ({ app, page }) => {
    const field = dialog(page).getByLabel('Address of a feed');
    await expect(field).toHaveValue('http://127.0.0.1:9/feed.xml');
    await expect(dialog(page)).toContainText('in your own network');
    await page.keyboard.press('Escape');
    expect(page.url()).not.toContain('subscribe');
    await startAgain(app, 'feed://127.0.0.1:9/later.xml');
    await expect(field).toHaveValue('feed://127.0.0.1:9/later.xml');
  });
});

test.describe('the window', () => {
  test.use({ size: null });

  test('opens where and as large as it was', async ({ app, page }) => {
    const boundsOf = async () => (await app.electron.browserWindow(app.currentPage())).evaluate((it) => it.getBounds());
    const screen = await app.electron.evaluate(({ screen: it }) => it.getPrimaryDisplay().workArea);
    expect(await page.evaluate(() => innerWidth)).toBeLessThanOrEqual(Math.min(1440, screen.width));
    expect(await page.evaluate(() => innerHeight)).toBeLessThanOrEqual(Math.min(900, screen.height));
    const bounds = { x: 40, y: 30, width: 1000, height: 640 };
    await (await app.electron.browserWindow(page)).evaluate((it, to) => it.setBounds(to), bounds);
    await expect.poll(boundsOf).toEqual(bounds);

    await app.restart();
    expect(await boundsOf()).toEqual(bounds);
  });
});
