const NAMES: Readonly<Record<string, string>> = {
  text: 'Plain text',
  markdown: 'Markdown',
  html: 'Web pages',
  chapter: 'Chapters of books',
  pdf: 'PDF',
  mail: 'Messages',
  mhtml: 'Web archives (MHTML)',
  docx: 'Word documents',
  odt: 'OpenDocument texts',
  rtf: 'Rich text',
  feed: 'Entries of feeds',
  opml: 'Lists of feeds',
  link: 'Saved links',
  nitf: 'Agency items (NITF)',
  'newsml-g2': 'Agency items (NewsML-G2)',
  'newsml-1': 'Agency items (NewsML 1)',
  ninjs: 'Agency items (ninjs)',
  wire: 'Wire copy',
};

/** A kind of file in words for a person. */
export const kindName = (format: string): string => (Object.hasOwn(NAMES, format) ? (NAMES[format] ?? format) : format);
