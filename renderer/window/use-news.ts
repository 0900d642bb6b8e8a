import { useEngineEvents } from '../api/client-context.ts';
import { countOf } from '../ui/numbers.ts';

/** Has the system tell of new articles when a round of fetching has brought some, while nobody looks. */
export function useNews(isWanted: boolean): void {
  useEngineEvents((event) => {
    if (!isWanted || event.type !== 'sync.progress' || event.sync.isRunning || event.sync.articles === 0) return;
    if (document.visibilityState === 'visible' && document.hasFocus()) return;
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const note = new Notification('Tearsheet', {
      body: countOf(event.sync.articles, 'new article'),
      tag: 'tearsheet-news',
    });
    note.addEventListener('click', () => {
      window.focus();
      note.close();
    });
  });
}
