import type { StatedDate } from '../../../contract/model.ts';
import { refused } from '../../refused.ts';
import type { Parsed, ParserInput } from '../../types.ts';
import { allNamed, elementAt, elementsIn, textIn, wordsIn } from '../../xml/find.ts';
import { readXml, type XmlElement } from '../../xml/tree.ts';
import { agencyDate, datesOf, embargoDate, firstDate } from './dates.ts';
import { htmlOf } from './markup.ts';
import { articleOf, type Story } from './story.ts';
import { usageOf } from './usage.ts';

/** Reads a file in the News Industry Text Format. */
export function parseNitf({ text }: ParserInput): Parsed {
  const file = readXml(text, { entities: 'html' });
  if (!file) return refused('malformed', 'It is no XML that can be read');
  return { ...articleOf(nitfStory(file.root)), isCut: file.isCut };
}

/** A `nitf` element, which other formats hold too. */
export function nitfStory(root: XmlElement | null): Story {
  const head = elementAt(root, 'head');
  const docdata = elementAt(head, 'docdata');
  const pubdata = elementAt(head, 'pubdata');
  const body = elementAt(root, 'body');
  const bodyHead = elementAt(body, 'body.head');
  const hedline = elementAt(bodyHead, 'hedline');
  const subheads = elementsIn(hedline, 'hl2').flatMap((element) => wordsIn(element) ?? []);
  const abstract = wordsIn(elementAt(bodyHead, 'abstract'));
  const provider = providerOf(bodyHead, docdata, pubdata);
  const issued = agencyDate(attribute(elementAt(docdata, 'date.issue'), 'norm'));
  return {
    title: wordsIn(elementAt(hedline, 'hl1')) ?? wordsIn(elementAt(head, 'title')),
    bylines: bylinesOf(bodyHead),
    ...datesOf(firstDate(attribute(pubdata, 'date.publication')) ?? issued ?? storyDate(bodyHead), issued),
    dateline: placeOf(elementAt(bodyHead, 'dateline')),
    description: abstract ?? (subheads.join(' ') || null),
    url: attribute(pubdata, 'ex-ref'),
    language: attribute(root, 'xml:lang') ?? attribute(body, 'xml:lang') ?? metaOf(head, 'language', 'lang'),
    tags: tagsOf(head, docdata),
    provider,
    guid: guidOf(docdata),
    usage: usageIn(docdata, bodyHead, issued),
    html: bodyOf(body, abstract === null ? [] : subheads),
  };
}

const attribute = (element: XmlElement | null, name: string): string | null =>
  element?.attributes[name]?.trim() || null;

const metaOf = (head: XmlElement | null, ...names: readonly string[]): string | null =>
  elementsIn(head, 'meta')
    .filter(({ attributes }) => names.includes(attributes['name']?.toLowerCase() ?? ''))
    .map((meta) => attribute(meta, 'content'))
    .find((content) => content !== null) ?? null;

/** Persons, where they are marked; else what is written, but for titles. A second spelling of the same names is left out. */
function bylinesOf(bodyHead: XmlElement | null): readonly string[] {
  const all = elementsIn(bodyHead, 'byline');
  const printed = all.filter(({ attributes }) => /print/i.test(attributes['class'] ?? ''));
  return (printed.length > 0 ? printed : all).flatMap((byline) => {
    const persons = allNamed(byline, 'person').flatMap((person) => wordsIn(person) ?? []);
    if (persons.length > 0) return persons;
    const written = wordsIn({ ...byline, children: byline.children.filter((child) => !isNamed(child, 'byttl')) });
    return [written ?? wordsIn(byline) ?? ''];
  });
}

const isNamed = (node: XmlElement | string, name: string): boolean => typeof node !== 'string' && node.name === name;

function providerOf(
  bodyHead: XmlElement | null,
  docdata: XmlElement | null,
  pubdata: XmlElement | null,
): string | null {
  const distributor = elementAt(bodyHead, 'distributor');
  return (
    wordsIn(elementAt(distributor, 'org')) ??
    wordsIn(distributor) ??
    attribute(pubdata, 'name') ??
    attribute(elementAt(docdata, 'doc-id'), 'regsrc') ??
    attribute(elementAt(docdata, 'doc.copyright'), 'holder')
  );
}

const storyDate = (bodyHead: XmlElement | null): StatedDate | null => {
  const element = elementAt(bodyHead, 'dateline', 'story.date');
  return agencyDate(attribute(element, 'norm') ?? wordsIn(element));
};

/** The location's parts, in order; else what is written before the date. */
function placeOf(dateline: XmlElement | null): string | null {
  const location = elementAt(dateline, 'location');
  const parts = elementsIn(location).flatMap((part) => wordsIn(part) ?? []);
  const isInParts =
    parts.length > 0 && textIn({ ...(location as XmlElement), children: textNodes(location) }).trim() === '';
  if (isInParts) return parts.join(', ');
  return (
    wordsIn(location) ??
    wordsIn(dateline && { ...dateline, children: dateline.children.filter((child) => !isNamed(child, 'story.date')) })
  );
}

const textNodes = (element: XmlElement | null) =>
  (element?.children ?? []).filter((child) => typeof child === 'string');

function tagsOf(head: XmlElement | null, docdata: XmlElement | null): readonly string[] {
  const keywords = elementsIn(elementAt(docdata, 'key-list'), 'keyword').flatMap((key) => attribute(key, 'key') ?? []);
  const subjects = elementsIn(elementAt(head, 'tobject'), 'tobject.subject').flatMap(
    (subject) =>
      attribute(subject, 'tobject.subject.detail') ??
      attribute(subject, 'tobject.subject.matter') ??
      attribute(subject, 'tobject.subject.type') ??
      [],
  );
  const named = [...subjects, ...keywords];
  return named.length > 0 ? named : [metaOf(head, 'keywords', 'slug', 'slugline', 'anpa-keyword') ?? ''];
}

/** A correction is the document it corrects; a story whose versions are counted is named by what all of them share. */
function guidOf(docdata: XmlElement | null): string | null {
  const docId = elementAt(docdata, 'doc-id');
  const corrected = attribute(elementAt(docdata, 'correction'), 'id-string');
  const key = elementAt(docdata, 'du-key');
  const shared = attribute(key, 'version') === null ? null : attribute(key, 'key');
  const id =
    corrected ?? (/\d/.test(shared ?? '') && (shared?.length ?? 0) >= 6 ? shared : attribute(docId, 'id-string'));
  const registrar = attribute(elementAt(docdata, 'correction'), 'regsrc') ?? attribute(docId, 'regsrc');
  return id === null ? null : `nitf:${(registrar ?? '').toLowerCase()}:${id}`;
}

function usageIn(docdata: XmlElement | null, bodyHead: XmlElement | null, issued: StatedDate | null) {
  const status = attribute(docdata, 'management-status');
  const correction = elementAt(docdata, 'correction');
  const release = embargoDate(attribute(elementAt(docdata, 'date.release'), 'norm'));
  const isEmbargoed = /embargo/i.test(status ?? '') || (release !== null && issued !== null && release.at > issued.at);
  return usageOf({
    status,
    embargoedUntil: isEmbargoed ? release : null,
    notes: [
      ...elementsIn(docdata, 'ed-msg').map((message) => attribute(message, 'info')),
      attribute(correction, 'info'),
      ...elementsIn(bodyHead, 'note').filter(isForEditors).map(wordsIn),
    ],
    revision: attribute(elementAt(docdata, 'du-key'), 'version'),
    isCorrection: correction !== null,
  });
}

const isForEditors = ({ attributes }: XmlElement): boolean =>
  attributes['noteclass'] === 'editorsnote' || attributes['type'] === 'npa';

/** The text with what stands above and below it. */
function bodyOf(body: XmlElement | null, subheads: readonly string[]): string {
  const notes = elementsIn(elementAt(body, 'body.head'), 'note').filter((note) => !isForEditors(note));
  const contents = elementsIn(body, 'body.content').map((content) => ({
    ...content,
    children: withoutRepeated(content),
  }));
  return [
    ...subheads.map((words) => htmlOf([paragraph('h2', words)])),
    ...notes.map(({ children }) => `<blockquote>${htmlOf(children)}</blockquote>`),
    ...contents.map(({ children }) => htmlOf(children)),
    htmlOf(elementAt(body, 'body.end')?.children ?? []),
  ].join('\n');
}

const paragraph = (name: string, words: string): XmlElement => ({
  ...{ name, prefix: '', namespace: null, attributes: {}, children: [words], start: 0, end: 0 },
});

/** Archives give the lead once by itself and once with the whole: a block that the beginning of a later one repeats is left out. */
function withoutRepeated(content: XmlElement): XmlElement['children'] {
  const blocks = elementsIn(content, 'block').slice(0, MOST_BLOCKS);
  const words = blocks.map((block) => wordsIn(block) ?? '');
  const repeated = new Set<XmlElement | string>(
    blocks.filter((_, at) =>
      words.some((text, other) => other > at && words[at] !== '' && text.startsWith(words[at] ?? '')),
    ),
  );
  return content.children.filter((child) => !repeated.has(child));
}

/** Each is compared with those behind it. */
const MOST_BLOCKS = 40;
