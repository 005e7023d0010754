import { useEffect, useRef } from 'react';

/**
 * Keeps the focus in a list whose rows go away. When the one that had it does, the row that takes
 * its place gets it, or the page's heading when none is left.
 */
export function useKeptFocus<List extends HTMLElement>() {
  const list = useRef<List>(null);
  useEffect(() => {
    const rows = list.current;
    if (!rows) return;
    const heading = document.querySelector('h1');
    let last: EventTarget | null = null;
    const note = ({ target }: FocusEvent) => {
      last = target;
    };
    const watch = new MutationObserver((changes) => {
      for (const { removedNodes, nextSibling, previousSibling } of changes) {
        const gone = [...removedNodes].some((row) => isLost(row, last));
        if (gone) (controlOf(nextSibling) ?? controlOf(previousSibling) ?? heading)?.focus();
        // The neighbour may have gone with it.
        if (gone && document.activeElement === document.body) heading?.focus();
      }
    });
    rows.addEventListener('focusin', note);
    watch.observe(rows, { childList: true });
    return () => {
      rows.removeEventListener('focusin', note);
      watch.disconnect();
      // Of a page that was left, the heading is gone, too.
      if (isLost(rows, last) && heading?.isConnected) heading.focus();
    };
  }, []);
  return list;
}

/** Whether the focus was in something that is not there any more, and has gone nowhere since. */
function isLost(row: Node, last: EventTarget | null): boolean {
  const within = last instanceof Node && row.contains(last);
  return within && !row.isConnected && document.activeElement === document.body;
}

/** What to act on in a row: the last of its buttons, as what takes a row away stands last. */
function controlOf(row: Node | null): HTMLElement | undefined {
  if (!(row instanceof HTMLElement)) return undefined;
  return [...row.querySelectorAll('button')].at(-1) ?? row.querySelector('a') ?? undefined;
}
