import { useEffect, useRef } from 'react';

/** What lies over the page, the last on top. */
const stack: symbol[] = [];

type Overlay = { opened: boolean; onClose: () => void };

/**
 * How things come to lie over the page, and go: Escape closes the topmost alone. Mantine would lock
 * scrolling with a style element, which our Content-Security-Policy refuses; mantine.css locks
 * instead.
 */
export function useOverlay({ opened, onClose }: Overlay) {
  const self = useRef(Symbol('overlay')).current;
  useEffect(() => {
    if (!opened) return;
    stack.push(self);
    return () => void stack.splice(stack.indexOf(self), 1);
  }, [opened, self]);
  return {
    lockScroll: false,
    transitionProps: { duration: 140 },
    opened,
    onClose: () => {
      if (stack.at(-1) === self) onClose();
    },
  };
}
