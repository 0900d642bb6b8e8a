/** The captions of an article that its body does not show below a picture. */
export function captionsApart(captions: readonly string[], html: string): readonly string[] {
  if (captions.length === 0 || !html.includes('<figcaption')) return captions;
  const figures = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('figcaption');
  const shown = [...figures].map(({ textContent }) => plain(textContent ?? ''));
  return captions.filter((caption) => !shown.some((words) => words.includes(plain(caption))));
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
