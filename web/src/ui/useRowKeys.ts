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

function isStop(target: EventTarget): boolean {
  return target instanceof Element && target.matches('[data-stop]');
}

/** What takes the focus in a row: what opens it, or else the row itself. */
function focusRow(row: Element | undefined) {
  const stop = row?.querySelector('[data-stop]') ?? row;
  if (stop instanceof HTMLElement) stop.focus();
}

/**
 * One row is in the tab order, with one stop: what opens it, or the row where nothing does. Arrows
 * move it. Clicks on controls inside a row stay theirs.
 */
export function useRowKeys(count: number) {
  const [current, setCurrent] = useState(0);
  const shown = Math.min(current, count - 1);

  return (index: number, { open, choose }: Acts) => {
    const stop = { tabIndex: index === shown ? 0 : -1, 'data-stop': '' };
    const row = {
      onFocus: () => setCurrent(index),
      onClick: (event: MouseEvent<HTMLElement>) => {
        if (open && !isOwnControl(event)) open();
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const move = moves[event.key];
        if (move) {
          event.preventDefault();
          focusRow(event.currentTarget.parentElement?.children[move(index, count - 1)]);
        } else if (isStop(event.target) && event.key === ' ' && choose) {
          event.preventDefault();
          choose();
        }
      },
    };
    return open ? { row, opener: { ...stop, open } } : { row: { ...row, ...stop } };
  };
}

export type Opening = NonNullable<ReturnType<ReturnType<typeof useRowKeys>>['opener']>;
