import { useLayoutEffect, useRef } from 'react';
import type { ArticleDetail } from '../../../contract/model.ts';
import styles from './article-body.module.css';
import { fillBody } from './fill-body.ts';

type Props = Pick<ArticleDetail, 'html' | 'dateline' | 'description'>;

/** The body of an article: displays `SafeHtml`, and only that. */
export function ArticleBody({ html, dateline, description }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const place = dateline?.place ?? null;

  useLayoutEffect(() => {
    const body = ref.current;
    if (!body) return;
    fillBody(body, html);
    const standfirst = markStandfirst(body, description);
    if (place !== null) leadIn(body, place, standfirst);
  }, [html, place, description]);

  return <div ref={ref} className={styles.body} />;
}

/** The standfirst is the body's first paragraph; it is set apart there, not repeated above. */
function markStandfirst(body: HTMLElement, description: string | null): Element | null {
  const first = body.firstElementChild;
  if (!first || description === null || first.localName !== 'p' || plain(first.textContent) !== plain(description))
    return null;
  first.classList.add(styles.standfirst ?? '');
  return first;
}

/** Sets the place a report was filed from at its head, as newspapers do. */
function leadIn(body: HTMLElement, place: string, standfirst: Element | null): void {
  const paragraph = [...body.querySelectorAll('p')].find((element) => element !== standfirst);
  if (!paragraph) return;
  const dateline = document.createElement('span');
  dateline.className = styles.dateline ?? '';
  dateline.textContent = place;
  paragraph.prepend(dateline, ' ');
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
