import { elementsIn, textIn } from '../../../xml/find.ts';
import { readXml, type XmlElement } from '../../../xml/tree.ts';
import { statedDate } from '../../text/dates/stated-date.ts';
import { keywordsIn, NO_PROPERTIES, type Properties } from '../properties.ts';

/** What `docProps/core.xml` states. */
export function coreProperties(xml: string): Properties {
  const root = readXml(xml)?.root;
  if (!root) return NO_PROPERTIES;
  const stated = (name: string): string | null => firstWords(elementsIn(root, name)[0]);
  return {
    title: stated('title'),
    creator: stated('creator'),
    created: statedDate(stated('created')),
    modified: statedDate(stated('modified')),
    language: stated('language'),
    description: stated('description'),
    keywords: keywordsIn(stated('keywords')),
  };
}

const firstWords = (element: XmlElement | undefined): string | null => textIn(element).trim() || null;
