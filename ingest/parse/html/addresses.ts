import type { PageElement } from './dom.ts';

/** Makes links whole. One that leads nowhere without its page is words. */
export function resolveLinks(content: PageElement, base: string | null): void {
  for (const link of content.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')?.trim() ?? '';
    const url = href.startsWith('#') ? null : URL.parse(href, base ?? undefined);
    if (url && /^(?:https?|mailto):$/.test(url.protocol)) link.setAttribute('href', url.href);
    else link.removeAttribute('href');
  }
}
