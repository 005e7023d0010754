import { type KeyboardEvent, type MouseEvent, useState } from 'react';

type Acts = { open?: () => void; choose?: () => void };

const moves: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function isOwnControl(event: { target: EventTarget; currentTarget: Element }): boolean {
  if (!(event.target instanceof Element)) return false;
  const control = event.target.closest('a, button, input, label, select, textarea');
  return control !== null && event.currentTarget.contains(control);
}

/** One row is in the tab order; arrows move it. Clicks on controls inside a row stay theirs. */
export function useRowKeys(count: number) {
  const [current, setCurrent] = useState(0);
  const shown = Math.min(current, count - 1);

  return (index: number, { open, choose }: Acts) => ({
    tabIndex: index === shown ? 0 : -1,
    onFocus: () => setCurrent(index),
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (open && !isOwnControl(event)) open();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const move = moves[event.key];
      const onRow = event.target === event.currentTarget;
      if (move) {
        event.preventDefault();
        const row = event.currentTarget.parentElement?.children[move(index, count - 1)];
        if (row instanceof HTMLElement) row.focus();
      } else if (onRow && event.key === 'Enter' && open) {
        open();
      } else if (onRow && event.key === ' ' && choose) {
        event.preventDefault();
        choose();
      }
    },
  });
}
