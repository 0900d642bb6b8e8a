import { decodeEntities } from '../xml/entities.ts';
import { textIn } from '../xml/find.ts';
import { mended } from './mended.ts';
import type { Person } from './model.ts';
import { attributeOf, type Fields, fieldsOf, type Place, whole } from './place.ts';

/** Who made it: those it calls its authors, else its creators, else whom a podcast names. */
export function authorsIn(fields: Fields, isOfFeed: boolean): readonly Person[] {
  const terms = isOfFeed
    ? [
        ['author'],
        ['dc:creator', 'dc:author'],
        ['managingeditor'],
        ['itunes:author', 'googleplay:author'],
        ['itunes:owner'],
        ['webmaster'],
      ]
    : [['author', 'dc:author'], ['dc:creator'], ['itunes:author', 'googleplay:author'], ['podcast:person']];
  for (const some of terms) {
    const people = fields.all(...some).flatMap((place) => personIn(place) ?? []);
    if (people.length > 0) return people;
  }
  // What was taken over from another feed is by those who made that.
  const source = isOfFeed ? undefined : fields.all('source').find(isTakenApart);
  return source ? authorsIn(fieldsOf(source), false) : [];
}

const isTakenApart = ({ element }: Place): boolean => element.children.some((child) => typeof child !== 'string');

function personIn(place: Place): Person | null {
  const fields = fieldsOf(place);
  if (!isTakenApart(place)) return personOf(textIn(place.element));
  const name = fields.text('name', 'itunes:name', 'foaf:name');
  const email = fields.text('email', 'itunes:email');
  const address = fields.first('uri', 'url', 'homepage');
  const url = whole(
    address ? (attributeOf(address.element, 'href') ?? textIn(address.element)) : null,
    address?.base ?? place.base,
  );
  if (name === null && email === null && url === null) return personOf(textIn(place.element));
  const said = name === null ? null : personOf(name);
  return { name: said?.name ?? null, email: email ?? said?.email ?? null, url };
}

const EMAIL = /[^\s<>()"'[\],;:]+@[^\s<>()"'[\],;:]+/;

/** `me@example.com (A Name)`, `A Name <me@example.com>`, or one of the two. */
function personOf(written: string): Person | null {
  const text = mended(decodeEntities(written)).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const email = EMAIL.exec(text)?.[0] ?? null;
  if (email === null) return { name: text, email: null, url: null };
  const rest = text
    .replace(email, '')
    .replace(/\bmailto:/i, '')
    .replace(/<\s*>|\(\s*\)|\[\s*\]/g, ' ')
    .trim();
  const name = rest.replace(/^[("'<,\s]+|[)"'>,\s]+$/g, '').trim();
  return { name: name || null, email, url: null };
}
