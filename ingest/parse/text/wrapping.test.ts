import { expect, test } from 'vitest';
import { readLines } from './lines.ts';
import { joinWrapped } from './wrapping.ts';

const joined = (text: string): string[] => joinWrapped(readLines(text)).map((unit) => unit.text);

const MAIL = `The council had set aside money for what it calls the last unmade road
in the district. If it is not spent by the end of the year it goes back
to the ministry, and nobody in the town hall can remember money ever
having come out of the ministry a second time.

So the gravel stays.

He said that he would rather wait for the frost, which mends a road as
well as anything does.`;

test('lines broken by the width of a mail are one paragraph', () => {
  expect(joined(MAIL)).toEqual([
    'The council had set aside money for what it calls the last unmade road in the district. If it is not spent by the end of the year it goes back to the ministry, and nobody in the town hall can remember money ever having come out of the ministry a second time.',
    'So the gravel stays.',
    'He said that he would rather wait for the frost, which mends a road as well as anything does.',
  ]);
});

test('lines of a copied page are paragraphs of their own', () => {
  const page = [
    'The highest figure was 1,904, on the day in 1997 when a lorry shed its load of barley in front of the old exchange and drove on.',
    'Nobody asked him to.',
    'A quiet day',
    'The nought troubled him at the time. He went home, had his lunch, and came back at two, when there were four hundred and twelve.',
  ];
  expect(joined(page.join('\n'))).toEqual(page);
});

test('an indent begins a paragraph where no blank line does, also below another indented line', () => {
  const typescript = `     The clock on the corn exchange was made for another place, and
everybody who has ever missed a train there knows it and says so.
     Nobody thought that it would last, and nobody wound it either.
     It was ordered by telegram. The clerk who took the telegram down
in the year of the flood heard a name with a thorpe in it and wrote
the one that he knew.`;
  expect(joined(typescript)).toHaveLength(3);
});

test('a form feed inside a paragraph breaks nothing', () => {
  const pages = MAIL.replace('in the district', '\fin the district');
  expect(joined(pages)).toEqual(joined(MAIL));
});

test('a typescript with a blank line after every line is read by its wider gaps', () => {
  const doubled = MAIL.replace(/\n\n/g, '\n\n\n').replace(/([^\n])\n(?=[^\n])/g, '$1\n\n');
  expect(joined(doubled)).toEqual(joined(MAIL));
});

test('a word is put together again where a soft hyphen broke it, and keeps a hyphen of its own', () => {
  const text = `It shows the time of the other town, which lies far enough to the semi\u00AD
circular west to be four minutes behind it, as every one of the mother-
in-law's visitors finds out on the first evening that they are asked to
come to supper at seven and are sent away again with a lantern.`;
  expect(joined(text)[0]).toContain('semicircular west');
  expect(joined(text)[0]).toContain("mother-in-law's");
});

test('broken lines of a script without spaces are put together without any', () => {
  const text = `切符、押し花、買い物のメモ、出さなかった手紙。司書のマレナさんが
二十三年間、捨てずに箱へ入れてきた。持ち主が名乗り出れば、その場で
返す。展示は今月末までで、月曜は休館となる。入場は無料だが、返却の
遅れている本がある人は先にそれを返してほしいと司書は話している。`;
  expect(joined(text)).toEqual([text.replaceAll('\n', '')]);
});

test('a text that a mail quotes line by line is read without the marks', () => {
  expect(joined(MAIL.replace(/^/gm, '> '))).toEqual(joined(MAIL));
});
