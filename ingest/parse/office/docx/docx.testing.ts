import { strToU8, type Zippable, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a Word document is made of, as far as a test has a say in it. */
interface Parts {
  /** Inside `<w:body>`. */
  readonly body: string;
  /** Inside the core properties. */
  readonly core?: string;
  /** Pictures by the name of their file in `word/media`; each is related by it. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** Addresses by the id of their relation. */
  readonly links?: Readonly<Record<string, string>>;
  /** `<w:footnote>` elements. */
  readonly footnotes?: string;
  /** More files, or others in the place of those. */
  readonly files?: Zippable;
}

const STYLES = ['Title', 'Subtitle', 'heading 1', 'heading 2', 'caption', 'Quote', 'toc 1']
  .map((name) => `<w:style w:type="paragraph" w:styleId="${styleId(name)}"><w:name w:val="${name}"/></w:style>`)
  .join('');

function styleId(name: string): string {
  return `s-${name.replace(/ /g, '')}`;
}

/** A Word document. */
export function docx({ body, core = '', pictures = {}, links = {}, footnotes = '', files = {} }: Parts): Uint8Array {
  const relations = [
    `<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="numbering" Type="${OFFICE}/numbering" Target="numbering.xml"/>`,
    `<Relationship Id="notes" Type="${OFFICE}/footnotes" Target="footnotes.xml"/>`,
    ...Object.keys(pictures).map(
      (name) => `<Relationship Id="${name}" Type="${OFFICE}/image" Target="media/${name}"/>`,
    ),
    ...Object.entries(links).map(
      ([id, href]) => `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${href}" TargetMode="External"/>`,
    ),
  ];
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    'word/styles.xml': strToU8(`<w:styles ${NAMESPACES}>${STYLES}</w:styles>`),
    'word/numbering.xml': strToU8(
      `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    ),
    'word/footnotes.xml': strToU8(`<w:footnotes ${NAMESPACES}>${footnotes}</w:footnotes>`),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
    ),
    ...Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`word/media/${name}`, bytes])),
    ...files,
  });
}

/** A paragraph; its words are put in as they are, so that they may be markup. */
export const p = (words: string, style?: string): string =>
  `<w:p><w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${styleId(style)}"/>`}</w:pPr>${run(words)}</w:p>`;

export const item = (words: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(words)}</w:p>`;

/** @param properties inside `<w:rPr>` */
export const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph of runs and other markup. */
export const paragraphOf = (...content: readonly string[]): string => `<w:p>${content.join('')}</w:p>`;

export const picture = (name: string, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
