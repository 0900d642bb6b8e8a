/** The WHATWG name of the encoding a label stands for; null for a label nobody knows. */
export function encodingOf(label: string): string | null {
  const name = label.trim().toLowerCase();
  if (name === 'x-user-defined') return name;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
