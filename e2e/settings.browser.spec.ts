import { expect, test } from './app.ts';
import { place } from './window.ts';

test('an answer that comes late does not take back what was chosen since', async ({ page }) => {
  await place(page, 'Settings').click();
  await expect(page.getByText('In order')).toBeVisible();
  const dark = page.getByRole('radio', { name: 'Dark' });
  const oldest = page.getByRole('radio', { name: 'Oldest' });

  const kept: { readonly method: string; readonly goOn: () => Promise<void> }[] = [];
  const methods = () => kept.map(({ method }) => method);
  const letGo = async (wanted: string) => {
    for (const { method, goOn } of kept) if (method === wanted) await goOn();
  };
  // The engine says what the settings are, and that is kept back; then it is not told of a change yet.
  await page.route('**/call', async (route) => {
    const { method } = route.request().postDataJSON() as { readonly method: string };
    const isSecond = methods().includes('settings.get');
    if (method === 'settings.get') {
      const response = await route.fetch();
      kept.push({ method, goOn: () => route.fulfill({ response }) });
    } else if (method === 'settings.set' && isSecond) kept.push({ method, goOn: () => route.continue() });
    else await route.continue();
  });

  await dark.check();
  await expect.poll(methods).toContain('settings.get');
  await oldest.check();
  await expect.poll(methods).toContain('settings.set');
  await letGo('settings.get');
  await expect(dark).toBeChecked();
  await expect(oldest).toBeChecked();
  await letGo('settings.set');
  await expect(oldest).toBeChecked();
});
