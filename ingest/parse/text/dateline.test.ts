import { expect, test } from 'vitest';
import { datelineOf } from './dateline.ts';

const read = (text: string, language: string | null = 'en') => {
  const found = datelineOf(text, {
    language,
    order: null,
    isNameInFile: (name) => name === 'Coast News',
    allowsColon: true,
  });
  return (
    found && [found.dateline?.place ?? null, found.dateline?.agency ?? null, found.reporter, text.slice(found.end)]
  );
};

test.each([
  ['GENEVA (Agency) - Talks resumed.', 'Geneva', 'Agency'],
  ['LONDON, Aug 26 (Agency) -- Talks resumed.', 'London', 'Agency'],
  ['New Delhi, March 14 (Agency): Talks resumed.', 'New Delhi', 'Agency'],
  ['New Delhi, March 14 (Agency) Talks resumed.', 'New Delhi', 'Agency'],
  ['LEIDEN, Netherlands, May 3, 2021 /Newsline/ -- Talks resumed.', 'Leiden, Netherlands', 'Newsline'],
  ['(Agency) - ROMA, 12 FEB - Talks resumed.', 'Roma', 'Agency'],
  ['Madrid, 3 may (Agencia).- Talks resumed.', 'Madrid', 'Agencia'],
  ['Teluk Bayan, Coast News -- Talks resumed.', 'Teluk Bayan', 'Coast News'],
  ['PORT ALDEN, Ore. (NW) — Talks resumed.', 'Port Alden, Ore.', 'NW'],
  ['WASHINGTON, D.C. — Talks resumed.', 'Washington, D.C.', null],
  ['RIO DE JANEIRO — Talks resumed.', 'Rio de Janeiro', null],
  ['STRATFORD-UPON-AVON, England — Talks resumed.', 'Stratford-upon-Avon, England', null],
  ['Geneva: Talks resumed.', 'Geneva', null],
  ['BERLIN. Talks resumed.', 'Berlin', null],
  ['BUENOS AIRES.- Talks resumed.', 'Buenos Aires', null],
])('%s', (text, place, agency) => {
  expect(read(text)).toEqual([place, agency, null, 'Talks resumed.']);
});

test.each([
  ['МОСКВА, 12 фев — Агентство. Остановка построена.', 'ru', 'Москва', 'Агентство', null, 'Остановка построена.'],
  ['МОСКВА, 12 февраля. /АГЕНТСТВО/. Остановка построена.', 'ru', 'Москва', 'АГЕНТСТВО', null, 'Остановка построена.'],
  ['ÇAMLIOVA (KHA) - Köyün berberi.', 'tr', 'Çamlıova', 'KHA', null, 'Köyün berberi.'],
  ['القاهرة (وكالة الأنباء) - قال الوزير.', 'ar', 'القاهرة', 'وكالة الأنباء', null, 'قال الوزير.'],
  ['नई दिल्ली: मंत्री ने कहा।', 'hi', 'नई दिल्ली', null, null, 'मंत्री ने कहा।'],
  ['（ジュネーブ共同）山あいの町。', 'ja', 'ジュネーブ', '共同', null, '山あいの町。'],
  ['【ジュネーブ】山あいの町。', 'ja', 'ジュネーブ', null, null, '山あいの町。'],
  ['【ロンドン＝山田みのり】山あいの町。', 'ja', 'ロンドン', null, '山田みのり', '山あいの町。'],
  ['【ロンドン＝コースト】山あいの町。', 'ja', 'ロンドン', 'コースト', null, '山あいの町。'],
  ['चंदनपुर। मंत्री ने कहा।', 'hi', 'चंदनपुर', null, null, 'मंत्री ने कहा।'],
  ["(Saint-Luc) Les clients d'une épicerie.", 'fr', 'Saint-Luc', null, null, "Les clients d'une épicerie."],
  ['【ロンドン＝山田太郎】山あいの町。', 'ja', 'ロンドン', null, '山田太郎', '山あいの町。'],
  ['(서울=통신) 김서윤 기자 = 바람시에서.', 'ko', '서울', '통신', '김서윤', '바람시에서.'],
  ['[바람시=김서윤 기자] 바람시에서.', 'ko', '바람시', null, '김서윤', '바람시에서.'],
  ['本报某地4月18日电（记者 陆望舒）古镇。', 'zh', '某地', '本报', '陆望舒', '古镇。'],
  ['〔記者沈若溪／霧港報導〕古鎮。', 'zh', '霧港', null, '沈若溪', '古鎮。'],
  ['記者沈若溪／霧港報導　古鎮。', 'zh', '霧港', null, '沈若溪', '古鎮。'],
])('%s', (text, language, ...expected) => {
  expect(read(text, language)).toEqual(expected);
});

test.each([
  'Newsletters, it is said, are where writers go.',
  'One thing is certain: it never ends.',
  'John Smith — a baker — was not asked.',
  'Apples - and pears - are cheap.',
  '"We have it," she said - and left.',
  'Read more: The ten steepest streets',
  '(Perhaps) The talks will resume.',
  'PORTOSCURO è una stazione senza biglietteria.',
  '– Det tog två dagar, säger han.',
])('a sentence keeps its beginning: %s', (text) => {
  expect(read(text)).toBeNull();
});
