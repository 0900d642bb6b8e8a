/** Small words inside the names of places: lower case unless they come first. */
const SMALL = new Set(
  'de del di da do das dos du des la las los le les y e am an der den im in ob auf bei upon on of the sur sous lès aux à en al el op aan zee van der ter nad na pod'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{M}.'’]+/gu;

/** A place as a person writes it: `GENEVA` is `Geneva`, `WASHINGTON, D.C.` keeps the capitals of its letters. */
export function placeAsWritten(place: string, language: string | null): string {
  if (/\p{Ll}/u.test(place))
    return place.replace(/^[^,]+/u, (town) => (/\p{Ll}/u.test(town) ? town : lowered(town, language)));
  return lowered(place, language);
}

function lowered(place: string, language: string | null): string {
  return place.replace(WORD, (word, at: number) => {
    const before = place.slice(0, at);
    if (isAbbreviation(word, before)) return word;
    const small = word.toLocaleLowerCase(language ?? undefined);
    if (before !== '' && !/,\s*$/.test(before) && SMALL.has(small)) return small;
    const [first = ''] = word;
    return first + small.slice(first.toLocaleLowerCase(language ?? undefined).length);
  });
}

/** `D.C.`, and the two or three capitals of a state after a comma. */
const isAbbreviation = (word: string, before: string): boolean =>
  /^\p{L}(?:\.\p{L})+\.?$/u.test(word) || (/,\s*$/.test(before) && word.length <= 3);
