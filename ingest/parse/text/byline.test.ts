import { expect, test } from 'vitest';
import { bareByline, closingName, creditedByline, labelledByline } from './byline.ts';
import { fold } from './words/index.ts';

const labelled = (text: string) => labelledByline({ text, folded: fold(text), width: text.length });

test.each([
  ['By Jane Doe', 'Jane Doe'],
  ['By Jane Doe, Political Editor', 'Jane Doe'],
  ['By Jane Doe in Berlin', 'Jane Doe'],
  ['By Jane Doe | Staff Writer', 'Jane Doe'],
  ['By Jane Doe Staff Writer', 'Jane Doe'],
  ['By Jane Doe (jane@x.example)', 'Jane Doe'],
  ['By Jane Doe and John Roe, The Courier', 'Jane Doe and John Roe'],
  ['By Jane Doe, John Roe and Max van der Berg', 'Jane Doe, John Roe and Max van der Berg'],
  ['Von Max Muster und Eva Beispiel', 'Max Muster und Eva Beispiel'],
  ['Door onze redacteur Jan de Vries', 'Jan de Vries'],
  ['Par AIP', 'AIP'],
  ['Written by: Jane Doe', 'Jane Doe'],
  ['Reporter: Jane Doe', 'Jane Doe'],
  ['Автор Иван Лесной', 'Иван Лесной'],
  ['By Our Market Correspondent', 'Our Market Correspondent'],
  ['>> Jane Doe, Coast Correspondent', 'Jane Doe'],
])('%s', (text, names) => {
  expect(labelled(text)).toBe(names);
});

test.each([
  'By the numbers',
  'By accident',
  'De Waterkrant',
  'Par ailleurs',
  'Reporter Fired After Leak',
  'Text Messages Show Fraud',
])('no byline: %s', (text) => {
  expect(labelled(text)).toBeNull();
});

test('names alone are names, a menu is not', () => {
  expect(bareByline('By Zoe', 'by zoe')).toBe('Zoe');
  expect(bareByline('Von Trier', 'von trier')).toBe('Von Trier');
  expect(bareByline('Priya Lindqvist', 'priya lindqvist')).toBe('Priya Lindqvist');
  expect(bareByline('Jane Doe/Port Ellery', 'jane doe port ellery')).toBe('Jane Doe');
  expect(bareByline('Jane Doe/Staff Writer', 'jane doe staff writer')).toBe('Jane Doe');
  expect(bareByline('News/Politics', 'news politics')).toBeNull();
  expect(bareByline('Sign up', 'sign up')).toBeNull();
  expect(bareByline('Spår på en sida', 'spar pa en sida')).toBeNull();
});

test('a closing credit names the reporter, not the editor', () => {
  expect(creditedByline('(Reporting by Jane Doe and Ann Poe; Editing by John Roe)')).toBe('Jane Doe and Ann Poe');
  expect(creditedByline('With inputs from agencies')).toBeNull();
});

test('a name in brackets behind the last sentence is the reporter', () => {
  expect(closingName('小学校に贈られるという。【柏木千晴】')?.name).toBe('柏木千晴');
  expect(closingName('小学校に贈られる。（柏木ちはる）')?.name).toBe('柏木ちはる');
  expect(closingName('小学校に贈られる。（柏木さん）')).toBeNull();
  expect(closingName('小学校に贈られる（来年）')).toBeNull();
});
