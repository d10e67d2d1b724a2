// @ts-check
/**
 * The preview within its webview: takes drafts from the extension, keeps the place while they change, scrolls along with the
 * editor, and tells it what is clicked. `src/preview/panel.ts` is the other end.
 */
(() => {
  // @ts-expect-error VS Code gives it.
  const vscode = acquireVsCodeApi();
  const desk = /** @type {HTMLElement} */ (document.getElementById('desk'));
  const page = /** @type {HTMLElement} */ (document.getElementById('page'));
  const notice = /** @type {HTMLElement} */ (document.getElementById('notice'));

  /** The draft that is shown. */
  let uri = vscode.getState()?.uri;
  /** Where we have scrolled to ourselves: the editor need not be told. */
  let quiet = 0;
  /** What has lines in the source, from top to bottom; worked out anew when something has changed. */
  let places = /** @type {{ element: HTMLElement, line: number }[] | undefined} */ (undefined);

  window.addEventListener('message', ({ data }) => {
    switch (data.type) {
      case 'draft':
        return show(data);
      case 'nothing':
        notice.textContent = data.notice;
        notice.hidden = false;
        desk.hidden = true;
        return;
      case 'scroll':
        return quietly(() => scrollTo(data.line));
    }
  });

  /** @param {{ uri: string, html: string, language: string, direction: string, title: string, line?: number }} draft */
  function show(draft) {
    const other = draft.uri !== uri || desk.hidden;
    uri = draft.uri;
    vscode.setState({ uri });
    notice.hidden = true;
    desk.hidden = false;
    desk.dir = draft.direction;
    page.lang = draft.language;
    document.title = draft.title;
    const fresh = document.createElement('template');
    fresh.innerHTML = draft.html;
    quietly(() => {
      const anchor = other ? undefined : ordered().find(({ element }) => element.getBoundingClientRect().bottom > 0)?.element;
      const top = anchor?.getBoundingClientRect().top ?? 0;
      patch(page, fresh.content);
      layOut();
      if (other) {
        scrollTo(draft.line ?? 0);
      } else if (anchor?.isConnected) {
        window.scrollBy(0, anchor.getBoundingClientRect().top - top);
      }
    });
  }

  /** Does something that scrolls, of which the editor is not told. @param {() => void} scroll */
  function quietly(scroll) {
    scroll();
    quiet = window.scrollY;
  }

  // Replacing what has changed ---------------------------------------------------------------------------------------

  /** What of an element changes when lines are put in elsewhere. */
  const NUMBERS = / (?:data-line|data-end-line|data-finding|id|href)="(?:#?[a-z]+-)?\d+"/g;

  /**
   * Gives an element the children of another. Those that are the same at the beginning and at the end stay.
   * @param {HTMLElement} old @param {DocumentFragment} fresh
   */
  function patch(old, fresh) {
    const before = /** @type {HTMLElement[]} */ ([...old.children]);
    const after = /** @type {HTMLElement[]} */ ([...fresh.children]);
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && keep(before[head], after[head])) {
      head += 1;
    }
    let tail = 0;
    while (tail < shorter - head && keep(before[before.length - 1 - tail], after[after.length - 1 - tail])) {
      tail += 1;
    }
    for (const gone of before.slice(head, before.length - tail)) {
      gone.remove();
    }
    const next = tail > 0 ? before[before.length - tail] : null;
    for (const added of after.slice(head, after.length - tail)) {
      old.insertBefore(added, next);
    }
    places = undefined;
  }

  /** Whether two elements say the same; the first then takes the numbers of the second. @param {HTMLElement} old @param {HTMLElement} fresh */
  function keep(old, fresh) {
    for (const finding of old.querySelectorAll('.finding')) {
      finding.removeAttribute('style');
    }
    for (const active of old.querySelectorAll('.active')) {
      active.classList.remove('active');
    }
    if (old.outerHTML === fresh.outerHTML) {
      return true;
    }
    if (old.outerHTML.replace(NUMBERS, '') !== fresh.outerHTML.replace(NUMBERS, '')) {
      return false;
    }
    const pairs = [[old, fresh], ...[...old.querySelectorAll('*')].map((one, at) => [one, fresh.querySelectorAll('*')[at]])];
    for (const [one, other] of pairs) {
      for (const { name, value } of other.attributes) {
        one.setAttribute(name, value);
      }
    }
    return true;
  }

  // The margin -------------------------------------------------------------------------------------------------------

  /** Puts each finding beside the words that it is about, or below the one before it. */
  function layOut() {
    let free = -Infinity;
    for (const finding of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('.finding'))) {
      const aside = /** @type {HTMLElement} */ (finding.parentElement);
      if (getComputedStyle(aside).position !== 'absolute') {
        // There is no room for a margin: findings stand below their paragraphs.
        finding.style.removeProperty('top');
        continue;
      }
      const origin = aside.getBoundingClientRect().top;
      const words = wordsOf(finding) ?? page.querySelector(`p[data-line="${finding.dataset.line}"]:not(.finding)`);
      const wanted = words ? words.getClientRects()[0]?.top ?? origin : origin;
      const top = Math.max(wanted, free);
      finding.style.top = `${top - origin}px`;
      free = top + finding.offsetHeight + 6;
    }
    page.style.minHeight = free > 0 ? `${free - page.getBoundingClientRect().top + 24}px` : '';
  }

  /** @param {HTMLElement} finding */
  function wordsOf(finding) {
    return finding.closest('.block')?.querySelector(`.found[data-finding="${finding.dataset.finding}"]`) ?? null;
  }

  page.addEventListener('mouseover', ({ target }) => mark(target, true));
  page.addEventListener('mouseout', ({ target }) => mark(target, false));

  /** Shows which words a finding is about, and the other way round. @param {EventTarget | null} target @param {boolean} on */
  function mark(target, on) {
    const one = target instanceof Element && target.closest('[data-finding]');
    if (one) {
      const same = page.querySelectorAll(`[data-finding="${/** @type {HTMLElement} */ (one).dataset.finding}"]`);
      same.forEach((element) => element.classList.toggle('active', on));
    }
  }

  // Lines and heights ------------------------------------------------------------------------------------------------

  /** What has lines, as far as it stands in the order of the text: notes from between the paragraphs stand at the foot. */
  function ordered() {
    if (places === undefined) {
      places = [];
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('[data-line]:not(.finding)'))) {
        const line = Number(element.dataset.line);
        const last = places.at(-1);
        if (last === undefined || line > last.line) {
          places.push({ element, line });
        }
      }
    }
    return places;
  }

  /** Where an element begins, from the top of the page. @param {HTMLElement} element */
  function topOf(element) {
    return element.getBoundingClientRect().top + window.scrollY;
  }

  /** The two places around what a test divides. @param {(place: { element: HTMLElement, line: number }) => boolean} before */
  function around(before) {
    const all = ordered();
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(all[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return { previous: all[low - 1], next: all[low] };
  }

  /** Scrolls to a line of the text. @param {number} line */
  function scrollTo(line) {
    const { previous, next } = around((place) => place.line <= line);
    if (!previous) {
      return window.scrollTo(0, 0);
    }
    const from = topOf(previous.element);
    const to = next ? topOf(next.element) : from + previous.element.offsetHeight;
    const end = next ? next.line : Number(previous.element.dataset.endLine) + 1;
    const share = Math.min(1, (line - previous.line) / Math.max(1, end - previous.line));
    window.scrollTo(0, previous === ordered()[0] && line <= previous.line ? 0 : from + share * (to - from));
  }

  /** The line of the text at a height of the page. @param {number} height */
  function lineAt(height) {
    const { previous, next } = around((place) => topOf(place.element) <= height);
    if (!previous) {
      return 0;
    }
    const from = topOf(previous.element);
    const to = next ? topOf(next.element) : from + previous.element.offsetHeight;
    const end = next ? next.line : Number(previous.element.dataset.endLine) + 1;
    const share = to > from ? Math.min(1, (height - from) / (to - from)) : 0;
    return previous.line + share * (end - previous.line);
  }

  let told = false;
  window.addEventListener('scroll', () => {
    if (Math.abs(window.scrollY - quiet) < 2 || told || desk.hidden) {
      return;
    }
    told = true;
    requestAnimationFrame(() => {
      told = false;
      quiet = window.scrollY;
      vscode.postMessage({ type: 'scrolled', line: lineAt(window.scrollY) });
    });
  });

  new ResizeObserver(() => quietly(layOut)).observe(desk);

  // Clicks -----------------------------------------------------------------------------------------------------------

  page.addEventListener('click', ({ target }) => {
    const finding = target instanceof Element && target.closest('.finding');
    if (finding) {
      vscode.postMessage({ type: 'open', line: Number(/** @type {HTMLElement} */ (finding).dataset.line) });
    }
  });

  page.addEventListener('dblclick', ({ target, clientY }) => {
    const block = target instanceof Element && !target.closest('.finding') && target.closest('[data-line]');
    if (!(block instanceof HTMLElement)) {
      return;
    }
    const { top, height } = block.getBoundingClientRect();
    const [first, last] = [Number(block.dataset.line), Number(block.dataset.endLine)];
    const share = Math.min(0.999, Math.max(0, (clientY - top) / height));
    vscode.postMessage({ type: 'open', line: Math.floor(first + share * (last - first + 1)) });
  });

  vscode.postMessage({ type: 'ready' });
})();
