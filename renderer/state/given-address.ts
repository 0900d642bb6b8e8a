const PARAM = 'subscribe';

/** An address that the program was started with, to be subscribed to; it stands in the page's own address and is taken out of it. */
export function takeGivenAddress(): string | null {
  const [path = '', search = ''] = window.location.hash.split('?', 2);
  const params = new URLSearchParams(search);
  const address = params.get(PARAM);
  if (address === null) return null;
  params.delete(PARAM);
  const rest = params.toString();
  history.replaceState(null, '', `${path || '#/'}${rest && `?${rest}`}`);
  return address;
}

/** Whether a text is nothing but an address of the web, or of a feed. */
export const isAddress = (text: string): boolean => /^(?:https?|feed):\S+$/i.test(text.trim()) && text.length < 4_000;
