// Runs in the page before anything of the application: notes when keys go down, when what they asked for is on the screen, and what frames cost.
// For that a mark is put into the document together with the change: the browser says when the frame that first holds it was presented.
(() => {
  const waiting = new Map();
  /** Marks that have been presented; they go with the next one, for to take one out costs a frame. */
  const old = [];
  let marks = 0;

  /** Calls `then` with the time at which the document as it is now is first presented. */
  function presented(then) {
    const mark = document.createElement('p');
    const name = `mark-${++marks}`;
    mark.textContent = '.';
    mark.setAttribute('elementtiming', name);
    Object.assign(mark.style, {
      position: 'fixed',
      top: '0',
      left: '0',
      margin: '0',
      font: '8px sans-serif',
      contain: 'strict',
      width: '8px',
      height: '8px',
    });
    waiting.set(name, (time) => {
      old.push(mark);
      then(time);
    });
    for (const each of old.splice(0)) each.remove();
    document.body.append(mark);
  }
  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) {
      waiting.get(identifier)?.(renderTime);
      waiting.delete(identifier);
    }
  }).observe({ type: 'element', buffered: true });

  const keys = [];
  const opened = [];
  const longTasks = [];
  let downAt = 0;
  let isImporting = false;
  let opening = null;

  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      downAt = timeStamp;
    },
    true,
  );
  addEventListener(
    'input',
    ({ target }) => {
      keys.push({
        text: target.value,
        downAt,
        isImporting,
        isSeen: false,
        isOvertaken: false,
        paintedAt: null,
        first: '',
        isSettled: true,
      });
      look();
    },
    true,
  );
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const row = target.closest('[data-id]');
      if (row)
        opening = {
          clickedAt: timeStamp,
          isImporting,
          words: row.textContent,
          before: document.querySelector('article h1'),
        };
    },
    true,
  );

  let found = null;
  /** What holds the results; looked for again only when it has gone. */
  const results = () => {
    if (!found?.isConnected) found = document.querySelector('[data-query]');
    return found;
  };
  const firstRow = () => results()?.querySelector('[role=option]')?.textContent ?? '';

  /** The results of which text are in the document now? */
  function look() {
    const shown = results()?.dataset.query;
    const at = keys.findLastIndex(({ text, isSeen }) => !isSeen && text === shown);
    // Keys before it that were never answered have been overtaken: what they asked for is answered by what came later.
    const answered = keys.slice(0, at + 1).filter(({ isSeen }) => !isSeen);
    for (const key of answered) {
      key.isSeen = true;
      key.isOvertaken = key.text !== shown;
    }
    if (answered.length > 0)
      presented((now) => {
        const first = firstRow();
        for (const key of answered) {
          key.paintedAt = now;
          key.first = first;
        }
        // What is painted later under the same text would mean that this was not all of it.
        setTimeout(() => {
          if (results()?.dataset.query !== shown || firstRow() === first) return;
          for (const key of answered) key.isSettled = false;
        }, 60);
      });

    const heading = document.querySelector('article h1');
    if (opening && heading && heading !== opening.before && opening.words.includes(heading.textContent)) {
      const { clickedAt, isImporting } = opening;
      opening = null;
      presented((now) => opened.push({ ms: now - clickedAt, isImporting }));
    }
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-query'],
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push({ duration, isImporting });
  }).observe({ type: 'longtask' });

  if (location.protocol === 'http:' && location.pathname === '/') {
    new EventSource('/events').addEventListener('message', ({ data }) => {
      const event = JSON.parse(data);
      if (event.type === 'import.progress') isImporting = event.import.state === 'running';
    });
  }

  /** Frames and empty places of the list from now on. @returns ends it */
  function watchScroll() {
    const { left, top, width, height } = document
      .querySelector('[role=listbox]')
      .closest('[data-virtuoso-scroller]')
      .getBoundingClientRect();
    const frames = [];
    let blank = 0;
    let last = performance.now();
    let isOver = false;
    const frame = (now) => {
      if (isOver) return;
      frames.push(now - last);
      last = now;
      const places = [0.05, 0.3, 0.55, 0.8, 0.95].map((share) =>
        document.elementFromPoint(left + width / 2, top + height * share),
      );
      if (places.some((element) => !element?.closest('[role=option]'))) blank++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return () => {
      isOver = true;
      return { frames: frames.slice(1), blank };
    };
  }

  window.bench = { keys, opened, longTasks, watchScroll, isImporting: () => isImporting, presented };
})();
