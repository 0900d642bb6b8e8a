const LONGEST = 100;

/** Names for the items of one file: by what each calls itself, so that they are the same from import to import, and each once. */
export function itemNames(extension: string): (id: string | null) => string {
  const used = new Map<string, number>();
  return (id) => {
    const stem =
      (id ?? '')
        .replace(/[^\p{L}\p{N}._-]+/gu, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(-LONGEST) || 'item';
    const times = (used.get(stem) ?? 0) + 1;
    used.set(stem, times);
    return times === 1 ? `${stem}.${extension}` : `${stem}~${times}.${extension}`;
  };
}
