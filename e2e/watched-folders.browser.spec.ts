import { join } from 'node:path';
import { expect, test } from './app.ts';
import { place } from './window.ts';

test('a path is completed from the folders there are, by keys and by a click, and a wrong one is said', async ({
  app,
  page,
}) => {
  app.write({ 'alpha/inner/x.txt': 'x', 'alpine/x.txt': 'x', '.hidden/x.txt': 'x', 'album.txt': 'x' });
  await place(page, 'Settings').click();
  const section = page.getByRole('region', { name: 'Watched folders' });
  const field = section.getByRole('combobox', { name: 'Path of a folder' });
  const options = section.getByRole('option');
  await field.fill(join(app.scratch, 'al'));
  await expect(options).toHaveText([join(app.scratch, 'alpha/'), join(app.scratch, 'alpine/')]);
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await field.press('ArrowUp');
  await field.press('Tab');
  await expect(field).toHaveValue(join(app.scratch, 'alpha/'));
  await options.getByText('inner').click();
  await expect(field).toHaveValue(join(app.scratch, 'alpha/inner/'));
  await expect(field).toBeFocused();

  await field.fill(join(app.scratch, 'nowhere'));
  await field.press('Enter');
  await expect(section.getByRole('status')).toHaveText(`There is no folder ${join(app.scratch, 'nowhere')}.`);
  await field.fill('nowhere');
  await field.press('Enter');
  await expect(section.getByRole('status')).toContainText('A path from the top is needed');
  await expect(section.getByRole('listitem')).toHaveCount(0);
});
