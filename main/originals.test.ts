import { expect, test } from 'vitest';
import type { ArticleId } from '../contract/model.ts';
import { encode } from '../ingest/detect/encode.testing.ts';
import { markdown, story, testEngine, writeTree } from './testing.ts';

test('the original is shown as text, whatever it was written in', async () => {
  await using app = await testEngine();
  const text = 'Мост открыт\r\n\r\nМост снова открыт для всех жителей, как было сказано в понедельник.\r\n';
  writeTree(app.folder, { 'мост.txt': encode(text, 'windows-1251') });
  const { items } = await app.importPaths('мост.txt');
  const id = items[0]?.articleId as ArticleId;
  expect(await app.client.call('articles.original', { id })).toEqual({
    name: 'мост.txt',
    text,
    isTruncated: false,
    isPage: false,
    encoding: 'windows-1251',
    sizeBytes: text.length,
    fileKind: null,
  });
});

test('a page says itself how it was written, also under the name of a text, and is known as a page', async () => {
  await using app = await testEngine();
  const page = `<!doctype html><html><head><meta charset="windows-1253"><title>Quay</title></head><body><p>The quay of Chios is called ${'Χίος'} and it was open again on Monday.</p></body></html>`;
  writeTree(app.folder, {
    'quay.html': encode(page, 'windows-1253'),
    'copy/quay.txt': encode(page.replace('Monday', 'Sunday'), 'windows-1253'),
  });
  const { items } = await app.importPaths('quay.html', 'copy/quay.txt');
  for (const { articleId } of items) {
    const id = articleId as ArticleId;
    const original = await app.client.call('articles.original', { id });
    expect(original).toMatchObject({ isPage: true, encoding: 'windows-1253', text: expect.stringContaining('Χίος') });
    const shown = await app.engine.fetch(new Request(`app://tearsheet/original/${id}`));
    expect(await shown.text()).toContain('called Χίος and');
  }
});

test('what is no text is not shown as one: it can be saved, byte for byte, and read anew', async () => {
  await using app = await testEngine();
  const name = 'fähre "neu".rtf';
  const rtf = String.raw`{\rtf1\ansi\pard The ferry was late again on Monday, they said.\par}`;
  writeTree(app.folder, { [name]: rtf });
  const { items } = await app.importPaths(name);
  const id = items[0]?.articleId as ArticleId;
  expect(await app.client.call('articles.original', { id })).toMatchObject({
    ...{ name, text: '', isPage: false, fileKind: 'RTF document', sizeBytes: rtf.length },
  });
  const saved = await app.engine.fetch(new Request(`app://tearsheet/original/${id}/file`));
  expect(await saved.text()).toBe(rtf);
  expect(Object.fromEntries(saved.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''f%C3%A4hre%20%22neu%22.rtf",
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
  });
  const none = await Promise.all(
    ['/original/999/file', '/original/x/file', `/original/${id}/`, `/original/${id}`].map((path) =>
      app.engine.fetch(new Request(`app://tearsheet${path}`)),
    ),
  );
  expect(none.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const before = await app.client.call('articles.get', { id });
  expect(await app.client.call('articles.reread', { id })).toEqual(before);
});

test('a link that was saved as a file keeps its address, and takes the place of no article', async () => {
  await using app = await testEngine();
  const url = 'https://ferry.example/news/back';
  writeTree(app.folder, {
    'Ferry.url': `[InternetShortcut]\r\nURL=${url}\r\n`,
    'ferry.md': markdown({ title: 'Ferry back', url }, 'The ferry came back on Monday.'),
    'Again.url': `[InternetShortcut]\r\nURL=${url}?utm_source=x\r\n`,
  });
  const id = (await app.importPaths('Ferry.url')).items[0]?.articleId as ArticleId;
  expect(await app.client.call('articles.get', { id })).toMatchObject({
    title: 'Ferry',
    url,
    text: '',
    offline: 'address',
  });
  expect((await app.importPaths('ferry.md')).items[0]).toMatchObject({ status: 'updated', articleId: id });
  const article = await app.client.call('articles.get', { id });
  expect(article).toMatchObject({ title: 'Ferry back', offline: 'complete' });
  expect((await app.importPaths('Again.url')).items[0]).toMatchObject({
    status: 'duplicate',
    articleId: id,
    title: 'Ferry back',
  });
  expect(await app.client.call('articles.get', { id })).toEqual(article);
});

test('what is longer than anyone reads is cut for showing, and kept whole', async () => {
  await using app = await testEngine();
  const text = story(
    'Long',
    ...Array.from({ length: 40_000 }, (_, nth) => `Sentence number ${nth} of a long story about a harbour.`),
  );
  writeTree(app.folder, { 'long.txt': text });
  const { items } = await app.importPaths('long.txt');
  const original = await app.client.call('articles.original', { id: items[0]?.articleId as ArticleId });
  expect(original).toMatchObject({ isTruncated: true, sizeBytes: Buffer.byteLength(text) });
  expect(original.text).toBe(text.slice(0, 2_000_000));
});

test('reading anew takes today’s rules and leaves tags, state, date added and batch alone', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'a.md': markdown({ title: 'Harbour', tags: 'sea' }, 'The harbour opened.') });
  const { items, summary } = await app.importPaths('a.md');
  const id = items[0]?.articleId as ArticleId;
  const selection = { ids: [id] };
  await app.client.call('articles.setRead', { selection, isRead: true });
  await app.client.call('articles.setStarred', { selection, isStarred: true });
  await app.client.call('articles.setTags', { selection, add: ['mine'], remove: ['sea'] });
  await app.client.call('articles.setPosition', { id, position: 0.25 });
  const before = await app.client.call('articles.get', { id });
  expect(await app.client.call('articles.reread', { id })).toEqual(before);
  const batch = await app.client.call('articles.count', {
    shelf: 'library',
    unreadOnly: false,
    starredOnly: false,
    tag: null,
    sourceId: null,
    importId: summary.id,
    folderId: null,
    offlineOnly: false,
  });
  expect(batch).toBe(1);
});

test('pasted text has an original with a name, and can be read anew', async () => {
  await using app = await testEngine();
  const { item } = await app.client.call('imports.paste', { text: '# Ferry\n\nThe **ferry** was late.\n' });
  const id = item.articleId as ArticleId;
  expect(await app.client.call('articles.original', { id })).toMatchObject({ name: 'Pasted text', encoding: 'utf-8' });
  expect(await app.client.call('articles.reread', { id })).toMatchObject({
    title: 'Ferry',
    text: 'The ferry was late.',
  });
});

test('what is not there is said so', async () => {
  await using app = await testEngine();
  const id = 7 as ArticleId;
  await expect(app.client.call('articles.original', { id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(app.client.call('articles.reread', { id })).rejects.toMatchObject({ code: 'not-found' });
});
