import { expect, test } from 'vitest';
import { parseText } from './index.ts';

const body = async (text: string): Promise<string[]> => (await parseText(text)).body.text.split('\n\n');

const FIRST = 'The harbour opened again on Monday after eleven months, and forty people came to look at the water.';
const LAST = 'Nobody had told the gulls, who were there already and made no speech.';

const page = (...lines: readonly string[]): string =>
  ['Harbour reopens to a small crowd', 'By Jane Doe', '3 May 2020', FIRST, ...lines, LAST].join('\n\n');

test('a promotion that clings to the last sentence goes, with one break or none', async () => {
  expect(await body(`${page()}\nListen to the latest songs, only on SomeService`)).toEqual([FIRST, LAST]);
  expect(await body(`${page()}Listen to the latest songs, only on SomeService`)).toEqual([FIRST, LAST]);
  expect(await body(page('He waved.Read also: The pier that was not there'))).toEqual([FIRST, 'He waved.', LAST]);
});

test('a paragraph may begin with the word of a label', async () => {
  const sentences = [
    'Advertisement was a word my grandfather pronounced with a look at the ceiling.',
    'Share prices fell.',
    'Read more slowly, the letter says something else.',
    'Comments were few.',
    'We use cookies ourselves, as the bar above will have told you, and we asked our lawyers about them.',
    'Subscribe to the newsletter, everyone told him, and he did.',
  ];
  expect(await body(page('Advertisement', ...sentences, 'ADVERTISEMENT'))).toEqual([FIRST, ...sentences, LAST]);
});

test('links, pleas and boxes between paragraphs go', async () => {
  const furniture = [
    'Also Read | Tanker bills eat up half of ward budgets',
    'READ MORE: Swan walks into bank',
    'Sign up to our newsletter\nGet the week in your inbox every Friday.\nEnter your email',
    'Related\nPier shut for winter\nWho owns the river?',
  ];
  for (const line of furniture) expect(await body(page(line))).toEqual([FIRST, LAST]);
});

test('what stands behind the end goes, teasers and comments too', async () => {
  const tails = [
    'Related\nPier shut for winter\nGulls counted',
    'Comments (2)\n\nSandy\nI was there and it was lovely.\n\nOld Salt\nIt was better before.',
    'Read next\n\nPier shut for winter\n\nThe planks are wet.\n\nGulls counted\n\nThere were nine.',
    'About the author\nJane Doe writes about harbours. She lives on a boat.',
    'ENDS\n\nNotes to editors\n\n1. The harbour was founded in 1811.',
  ];
  for (const tail of tails) expect(await body(`${page()}\n\n${tail}`)).toEqual([FIRST, LAST]);
});

test('a list is kept with its kind, and speech after a dash is no list', async () => {
  const { html } = (
    await parseText(
      page('They brought:', '• bread\n• salt', 'Then:', '1. they ate\n2. they left', '– It was good, said one.'),
    )
  ).body;
  expect(html).toContain('<ul><li>bread</li><li>salt</li></ul>');
  expect(html).toContain('<ol><li>they ate</li><li>they left</li></ol>');
  expect(html).toContain('<p>– It was good, said one.</p>');
});

test('a subhead is a heading', async () => {
  expect((await parseText(page('A quiet day', 'It rained.'))).body.html).toContain('<h2>A quiet day</h2>');
});

test('a site is what the file shows to be one', async () => {
  expect((await parseText(`${page()}\n\n© 2020 The Courier. All rights reserved.`)).siteName).toBe('The Courier');
  expect((await parseText(`Harbour reopens to a small crowd - The Courier\n\n${page()}`)).siteName).toBe('The Courier');
  expect((await parseText(`The Courier\n\n${page()}`)).siteName).toBeNull();
  expect((await parseText(`${page()}\n\nThis article was first published in The Courier.`)).siteName).toBe(
    'The Courier',
  );
});

test('a day without a year takes it from the copyright line, and from nowhere else', async () => {
  const wire = `Harbour reopens\n\nLONDON, Aug 26 (Agency) - ${FIRST}\n\n${LAST}`;
  expect((await parseText(wire)).published).toBeNull();
  expect((await parseText(`${wire}\n\n(c) 2014 Agency`)).published).toEqual({
    at: Date.UTC(2014, 7, 26),
    precision: 'day',
    zone: null,
  });
});

test('an address counts when it stands alone or says what it is', async () => {
  expect((await parseText(`${page()}\n\nhttps://courier.example/a`)).url).toBe('https://courier.example/a');
  expect((await parseText(`Source: https://courier.example/a\n\n${page()}`)).url).toBe('https://courier.example/a');
  expect((await parseText(page('See https://courier.example/a for the figures.'))).url).toBeNull();
});

test('a sentence alone is an article, and a line or two of notes', async () => {
  expect(await body('The ferry will not sail today because of fog.')).toEqual([
    'The ferry will not sail today because of fog.',
  ]);
  expect(await body('"Nobody steers by it," she said.\n"But everybody looks for it."\n')).toHaveLength(2);
  expect(await parseText('A note to myself\nThe roof leaks again.\n')).toMatchObject({ title: 'A note to myself' });
  expect(await body('A note to myself\nThe roof leaks again.\n')).toEqual(['The roof leaks again.']);
  expect((await parseText('Sign up for our newsletter.')).body.text).toBe('');
});

test('the last sentence stays whatever stands before it, and a page that speaks of itself does not', async () => {
  const link = 'Read more: The pier that was not there';
  expect((await body(page(link, 'Perhaps it is us who are the gulls.'))).at(-1)).toBe(LAST);
  expect((await body(`${page()}\n\n${link}\n\nThey stayed.`)).at(-1)).toBe('They stayed.');
  expect((await body(`${page()}\n\n${link}\n\nThis is how we work: our reporters check what you read.`)).at(-1)).toBe(
    LAST,
  );
});

test('a menu is no article', async () => {
  expect((await parseText('Home\nNews\nSport\nSign in\n')).body.text).toBe('');
});

test('a text without ends of sentences is still a text', async () => {
  expect(await body('the rain comes down on the roof\nand the roof does not mind it\nand neither do I')).toHaveLength(
    3,
  );
});

test('hostile texts end', async () => {
  const hostile = [
    'a'.repeat(400_000),
    'A. '.repeat(20_000),
    '('.repeat(200_000),
    'A/B '.repeat(60_000),
    'Word Name\n'.repeat(20_000),
    'Read more\nSome Headline Here\n\nThe story went on.\n\n'.repeat(3_000),
    'Comments (3)\nJohn: I love it so much.\n'.repeat(20_000),
    '3 May 2020\n'.repeat(10_000),
    '\n'.repeat(200_000),
    '\u00AD\n'.repeat(20_000),
    '- item\n'.repeat(20_000),
    `${'. '.repeat(60_000)}\n`.repeat(2),
  ];
  for (const text of hostile) expect(() => parseText(text)).not.toThrow();
}, 60_000);
