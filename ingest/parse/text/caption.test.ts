import { expect, test } from 'vitest';
import { captionOf } from './caption.ts';
import { fold } from './words/index.ts';

const read = (text: string) => captionOf(text, fold(text));

test.each([
  'Boats at rest in the harbour. (File Photo)',
  'Boats at rest in the harbour on Monday. (NW Photo/Jane Doe)',
  'Boats at rest in the harbour. Photo by Jane Doe',
  'Boats at rest in the harbour. | Photo Credit: The Office',
  'Boats at rest in the harbour. JANE DOE/DISPATCH',
  'Boats at rest in the harbour. Jane Doe/Some Agency',
  'Boats at rest in the harbour. Photo by: Jane Doe',
  'Boats at rest in the harbour. — Photo by the writer',
  'Boats at rest in the harbour. COAST POST PHOTO: JANE DOE',
  'Boats at rest in the harbour. (Coast Desk: Jane Doe)',
  'Boats at rest in the harbour. (Jane Doe, Coast Press)',
  'Boote liegen im Hafen von Kiel. Foto: Archiv',
  'Barcos en el puerto de Vigo. / ANDRÉS PIÑOL',
  'Des bateaux au repos, à Brest. - AIP/Lucas Marteil',
  'Le fournil ne mesure que neuf mètres carrés. © Bastien Lorme',
  'Wachtende fietsers voor de geopende brug. Foto Wiebe Dokter',
  'Павильон на улице Садовой покрашен жителями. Фото: Игнат Лыков / Волна',
])('a line that ends in a credit is a caption: %s', (text) => {
  expect(read(text)).toEqual({ kind: 'caption', text, isCreditAlone: false });
});

test('what a label introduces is the caption', () => {
  expect(read('Image caption, Boats at rest')?.text).toBe('Boats at rest');
});

test('a credit without words of its own says so', () => {
  expect(read('Photo: Jane Doe')?.isCreditAlone).toBe(true);
});

test.each([
  'He kept a photo of her (the only one).',
  'Photos of the scene showed a bus on its side.',
  'In the photo: a dog, two cats and a man.',
  'The court/jury question was never asked.',
  'The band played. They came from AC/DC country.',
  'Home / Cronaca / Portoscuro',
  'They read the letter (see picture).',
  'Map: Port Ellery 4480',
  'All rights reserved © The Coast Post',
  'They came home late. She said so twice. (Jane Doe, Coast Press)',
])('a sentence of a story is none: %s', (text) => {
  expect(read(text)).toBeNull();
});
