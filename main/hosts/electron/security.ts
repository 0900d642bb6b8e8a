import { type Session, shell, type WebContents } from 'electron';

/** Addresses a person may be sent to, in their own browser. */
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

/** The page may write to the clipboard ("Copy link") and, where its person wants that, tell of new articles; it asks for nothing else, and is granted nothing else. */
const GRANTED = new Set(['clipboard-sanitized-write', 'notifications']);

/** Nothing is loaded from anywhere but our own scheme, and no permission is granted that the page does not need. */
export function lockDownSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(GRANTED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOwn =
      details.url.startsWith(`${origin}/`) || details.url.startsWith('devtools://') || details.url.startsWith('blob:');
    const isData = details.url.startsWith('data:image/');
    answer({ cancel: !isOwn && !isData });
  });
}

/** No page leaves our origin, opens a window or embeds a webview; links go to the person's browser. */
export function lockDown(contents: WebContents, origin: string): void {
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault();
  });
  // The one frame we have shows an original; what stands in it is a stranger's and stays where it is.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !event.url.startsWith(`${origin}/original/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isWebAddress(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
