import { expect, test } from 'vitest';
import { draftOf, shownTags, withoutTag, withTag } from './tag-draft.ts';

const articles = [{ tags: ['Both', 'One'] }, { tags: ['Both'] }];
const changes = ({ add, remove }: ReturnType<typeof draftOf>) => ({ add: [...add], remove: [...remove] });

test('tags of some are shown as such', () => {
  expect(shownTags(draftOf(articles, true))).toEqual([
    { name: 'Both', isPartial: false },
    { name: 'One', isPartial: true },
  ]);
});

test('of articles that are not all loaded nothing is known to be on all', () => {
  expect(shownTags(draftOf(articles, false)).every(({ isPartial }) => isPartial)).toBe(true);
});

test('adding what is on all changes nothing; adding what is on some puts it on all', () => {
  const draft = draftOf(articles, true);
  expect(changes(withTag(draft, 'Both'))).toEqual({ add: [], remove: [] });
  expect(changes(withTag(draft, 'One'))).toEqual({ add: ['One'], remove: [] });
});

test('taking a tag off and putting it back changes nothing', () => {
  expect(changes(withTag(withoutTag(draftOf(articles, true), 'Both'), 'Both'))).toEqual({ add: [], remove: [] });
});

test('a new tag taken off again is no change', () => {
  expect(changes(withoutTag(withTag(draftOf(articles, true), 'New'), 'New'))).toEqual({ add: [], remove: [] });
});
