import { allNamed } from '../xml/find.ts';
import type { XmlElement } from '../xml/tree.ts';
import { placeOf } from './paths.ts';

/** Scrambles only fonts, with what anybody can work out. */
const OF_FONTS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** Whether files that are to be read are encrypted. @param encryption root of `META-INF/encryption.xml` */
export function hidesText(encryption: XmlElement, spine: readonly string[]): boolean {
  const read = new Set(spine);
  return allNamed(encryption, 'EncryptedData').some((data) => {
    const algorithm = allNamed(data, 'EncryptionMethod')[0]?.attributes['Algorithm'] ?? '';
    if (OF_FONTS.has(algorithm)) return false;
    return allNamed(data, 'CipherReference').some(({ attributes }) => {
      const place = placeOf(attributes['URI'] ?? '', 'x');
      return place !== null && read.has(place.path);
    });
  });
}
