import type { PageElement } from './dom.ts';

/** Cells of a page that is laid out in a table hold more. */
const LONGEST_CELL = 300;

/** Whether an element stands in a table of figures or words, and not in one that a page is laid out with. */
export function isInDataTable(element: PageElement): boolean {
  const table = element.closest('table');
  return table !== null && table !== element && isDataTable(table);
}

const known = new WeakMap<PageElement, boolean>();

function isDataTable(table: PageElement): boolean {
  const told = known.get(table);
  if (told !== undefined) return told;
  const isData =
    !/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') &&
    !table.querySelector('table') &&
    hasColumns(table);
  known.set(table, isData);
  return isData;
}

function hasColumns(table: PageElement): boolean {
  let rows = 0;
  for (const row of table.getElementsByTagName('tr')) {
    const cells = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
    if (cells.some(({ textContent }) => textContent.length > LONGEST_CELL)) return false;
    if (cells.length > 1) rows++;
  }
  return rows > 1;
}
