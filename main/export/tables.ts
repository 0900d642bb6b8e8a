/**
 * Tables as Markdown can write them: one has a row of headings, if an empty one, and no caption of its own. Without that they would be written as HTML,
 * which is not read again as a table.
 */
export const withPlainTables = (html: string): string =>
  html.replace(/<table\b[^>]*>([\s\S]*?)<\/table>/g, (table, content: string) => {
    const caption = /<caption\b[^>]*>([\s\S]*?)<\/caption>/.exec(content);
    const rows = caption ? content.replace(caption[0], '') : content;
    const first = /<tr\b[^>]*>([\s\S]*?)<\/tr>/.exec(rows)?.[1];
    // One within another is left to whoever reads it.
    if (first === undefined || content.includes('<table')) return table;
    const isHeaded = /<th\b/.test(first) && !/<td\b/.test(first);
    const cells = first.match(/<t[dh]\b/g)?.length ?? 0;
    const head = isHeaded ? '' : `<thead><tr>${'<th></th>'.repeat(cells)}</tr></thead>`;
    const body = isHeaded ? rows : rows.replace(/<\/?thead\b[^>]*>/g, '');
    return `${caption ? `<p>${caption[1]}</p>` : ''}<table>${head}${body}</table>`;
  });
