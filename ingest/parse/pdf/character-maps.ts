/**
 * Old files in Chinese, Japanese and Korean name a table of characters instead of holding one. The tables are many and large; what they say
 * of the bytes of an encoding is known here as well. So each is written when it is asked for, with characters in place of numbers of glyphs,
 * and the table from those numbers to characters is then the one that changes nothing.
 */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^90(?:ms|pv|msp)-RKSJ-|^83pv-RKSJ-|^Ext-RKSJ-|^RKSJ-|^Add-RKSJ-/, 'shift_jis'],
  [/^EUC-/, 'euc-jp'],
  [/^GB(?:K|Kp|pc|K2K)?-?(?:EUC)?-/, 'gbk'],
  [/^(?:ETen|ETenms|B5pc)-B5-|^B5pc-/, 'big5'],
  [/^KSC(?:ms|pc)?-(?:UHC|EUC)(?:-HW)?-|^KSC-/, 'euc-kr'],
];
const UNICODE = /^Uni(?:GB|CNS|JIS|KS|JISX0213|JIS2004|JISPro)[\w]*-(?:UCS2|UTF16)-/;
/** From numbers of glyphs to characters. */
const TO_UNICODE = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/;

/** Writes tables for one document. */
export class CharacterMaps {
  #hasWritten = false;

  /** A table in the words of the format. @throws where there is none: without it the words cannot be told */
  write(name: string): Uint8Array {
    const ranges = this.#rangesOf(name);
    if (ranges === null) throw new Error(`There is no table ${name}`);
    return Buffer.from(
      `/CMapName /${name} def\n/WMode ${name.endsWith('-V') ? 1 : 0} def\n${ranges}\nendcmap`,
      'latin1',
    );
  }

  #rangesOf(name: string): string | null {
    if (TO_UNICODE.test(name))
      return this.#hasWritten ? block('bfrange', ['<0000> <ffff> <0000>'], ['<0000> <ffff>']) : null;
    const encoding = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
    const isUnicode = UNICODE.test(name);
    if (encoding === undefined && !isUnicode) return null;
    this.#hasWritten = true;
    if (encoding === undefined) return block('cidrange', ['<0000> <ffff> 0'], ['<0000> <ffff>']);
    return block('cidchar', charactersOf(encoding), spacesOf(encoding));
  }
}

const block = (kind: string, lines: readonly string[], spaces: readonly string[]): string =>
  `${spaces.length} begincodespacerange\n${spaces.join('\n')}\nendcodespacerange\n${lines.length} begin${kind}\n${lines.join('\n')}\nend${kind}`;

const spacesOf = (encoding: string): readonly string[] =>
  encoding === 'shift_jis'
    ? ['<00> <80>', '<8140> <9ffc>', '<a0> <df>', '<e040> <fcfc>']
    : ['<00> <80>', encoding === 'euc-jp' ? '<a1a1> <fefe>' : '<8140> <fefe>'];

function charactersOf(encoding: string): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const lines: string[] = [];
  const add = (...bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const code = text.codePointAt(0) ?? 0;
    if (text.length === 1 && code !== 0xfffd) lines.push(`<${Buffer.from(bytes).toString('hex')}> ${code}`);
  };
  for (let byte = 0x20; byte < 0xe0; byte++) add(byte);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  return lines;
}
