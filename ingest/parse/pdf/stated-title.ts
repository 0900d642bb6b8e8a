/** What programs write where nobody gave a title. */
const BY_PROGRAM =
  /^(?:microsoft (?:word|powerpoint|excel|publisher)|untitled|unbenannt|ohne titel|sans titre|sin t[ií]tulo|senza titolo|sem t[ií]tulo|naamloos|document ?\d*|dokument ?\d*|presentation ?\d*|print|layout ?\d*|slide ?\d+|page ?\d+|title|doc\d*|about:blank|new document|scan(?:ned)?(?: document)?|full page photo|\(?anonymous\)?)(?: *[-–:]|$)/i;
const IS_FILE =
  /\.(?:docx?|odt|odp|ods|pdf|indd|qxd|qxp|tex|dvi|rtf|txt|html?|pptx?|xlsx?|pages|ps|eps|pub|pmd|fm|cdr|ai|wpd|md|jpe?g|png|tiff?)$/i;

/** A title the file states, null where it is none that a person gave. */
export function statedTitle(stated: unknown): string | null {
  if (typeof stated !== 'string') return null;
  const title = stated.replace(/\s+/g, ' ').trim();
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  const isPath = /[\\_]|^\S*\/\S*$|^[a-z]+:/i.test(title);
  if (letters < 3 || title.length > 300 || BY_PROGRAM.test(title) || IS_FILE.test(title) || isPath) return null;
  return title;
}
