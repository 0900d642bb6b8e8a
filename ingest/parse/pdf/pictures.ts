import { OPS, type PDFPageProxy, Util } from 'unpdf/pdfjs';

/** Where a page shows a picture, in the lengths of its words. */
export interface PlacedPicture {
  /** As `12R`. */
  readonly reference: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;
type Matrix = readonly number[];

/** Smaller ones are signs and rules. */
const SMALLEST = 40;
const MOST = 50;

/** The pictures a page shows, in the order it draws them. @param turned where a point of the page lies among its words */
export async function picturesOn(
  page: PDFPageProxy,
  { fnArray, argsArray }: Operators,
  turned: (x: number, y: number) => readonly [number, number],
): Promise<readonly PlacedPicture[]> {
  const found: PlacedPicture[] = [];
  let matrix: Matrix = page.getViewport({ scale: 1 }).transform;
  const saved: Matrix[] = [];
  for (const [at, operator] of fnArray.entries()) {
    const args: unknown = argsArray[at];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = times(matrix, args);
    if (operator === OPS.paintFormXObjectBegin) matrix = times(matrix, Array.isArray(args) ? args[0] : null);
    if (operator !== OPS.paintImageXObject || found.length >= MOST) continue;
    const reference = await referenceOf(page, Array.isArray(args) ? args[0] : null);
    const place = placeOf(matrix, turned);
    const isLarge = place.right - place.left >= SMALLEST && place.bottom - place.top >= SMALLEST;
    if (reference !== null && isLarge) found.push({ reference, ...place });
  }
  return found;
}

const times = (matrix: Matrix, by: unknown): Matrix =>
  Array.isArray(by) || ArrayBuffer.isView(by) ? Util.transform([...matrix], [...(by as Iterable<number>)]) : matrix;

/** How often one may be asked for: what is not there after that is not coming. */
const TURNS = 20;

async function referenceOf(page: PDFPageProxy, id: unknown): Promise<string | null> {
  if (typeof id !== 'string') return null;
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  for (let turn = 0; turn < TURNS && !objects.has(id); turn++) await new Promise((resolve) => setImmediate(resolve));
  const image: unknown = objects.has(id) ? objects.get(id) : null;
  return typeof image === 'object' && image !== null && 'ref' in image && typeof image.ref === 'string'
    ? image.ref
    : null;
}

function placeOf(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix,
  turned: (x: number, y: number) => readonly [number, number],
) {
  const corners = [turned(e, f), turned(a + e, b + f), turned(c + e, d + f), turned(a + c + e, b + d + f)];
  const along = corners.map(([x]) => x);
  const down = corners.map(([, y]) => y);
  return { left: Math.min(...along), right: Math.max(...along), top: Math.min(...down), bottom: Math.max(...down) };
}
