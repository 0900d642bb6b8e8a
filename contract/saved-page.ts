/** Files that may show pictures lying beside them. */
const PAGE = /.\.(x?html?|xht|shtml|md|markdown|mdown)$/i;
const WEB_PAGE = /.\.(x?html?|xht|shtml)$/i;
const PICTURE = /.\.(png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|ico)$/i;
/** What a browser saves beside a page, besides pictures. */
const PART = /.\.(css|m?js|json|download|woff2?|ttf|otf|mp4|webm|mp3)$/i;

/** What browsers call the folder, in their languages. */
const FOLDER_WORDS = new Set(
  (
    'files file dateien fichiers archivos arquivos ficheiros fitxers bestanden filer pliki soubory súbory tiedostot fájlok elemei ' +
    'fisiere fișiere dosyalar dosyaları failid failai datoteke αρχεία файлы файли קבצים ملفات ファイル 文件 檔案 파일'
  ).split(' '),
);

export const mayShowPictures = (name: string): boolean => PAGE.test(name);
export const isPageName = (name: string): boolean => WEB_PAGE.test(name);
export const isPictureName = (name: string): boolean => PICTURE.test(name);

/** Whether a folder is a page's own: surely, only if it holds parts of pages, or not. */
export type Belonging = 'yes' | 'if-parts' | 'no';

/**
 * Tells the folders that browsers, and Tearsheet's export, save beside pages (`Page.html`, `Page_files/`): they belong to the page and hold no articles of their own.
 * Their name is the page's, a mark and one word. A word no browser is known for needs more proof: somebody may have `Budget.html` and `Budget-drafts/`.
 * @param siblings names of the files in the folder that holds them
 */
export function foldersOfPages(siblings: Iterable<string>): (folder: string) => Belonging {
  const stems = new Set<string>();
  for (const sibling of siblings) {
    if (!PAGE.test(sibling)) continue;
    const page = sibling.normalize('NFC');
    stems.add(page).add(page.replace(/\.[^.]+$/, ''));
  }
  return (folder) => {
    const [, stem = '', word = ''] = /^(.+)[_.\- ](\p{L}[\p{L}\p{M}]*)$/su.exec(folder.normalize('NFC')) ?? [];
    if (!stems.has(stem)) return 'no';
    return FOLDER_WORDS.has(word.toLowerCase()) ? 'yes' : 'if-parts';
  };
}

/** Whether there are parts of pages among the files of a folder. */
export const holdsParts = (names: readonly string[]): boolean =>
  names.some((name) => PICTURE.test(name) || PART.test(name));

/** Tells whether a file lies in, or anywhere below, a folder that belongs to a page. @param paths all there are, `/` between folders */
export function partsOfPages(paths: readonly string[]): (path: string) => boolean {
  const children = new Map<string, string[]>();
  for (const path of paths) {
    const folder = folderOf(path);
    const names = children.get(folder);
    if (names) names.push(nameOf(path));
    else children.set(folder, [nameOf(path)]);
  }
  const belongings = new Map<string, (folder: string) => Belonging>();
  const known = new Map<string, boolean>([['', false]]);
  const isPagesFolder = (folder: string): boolean => {
    const decided = known.get(folder);
    if (decided !== undefined) return decided;
    const parent = folderOf(folder);
    const belonging = belongings.get(parent) ?? foldersOfPages(children.get(parent) ?? []);
    belongings.set(parent, belonging);
    const kind = belonging(nameOf(folder));
    const isOne =
      isPagesFolder(parent) || kind === 'yes' || (kind === 'if-parts' && holdsParts(children.get(folder) ?? []));
    known.set(folder, isOne);
    return isOne;
  };
  return (path) => isPagesFolder(folderOf(path));
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
