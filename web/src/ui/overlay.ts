import { getDefaultZIndex } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';

type Overlay = { opened: boolean; onClose: () => void };

type Layer = { height: number; close: () => void };

/** What lies over the page, the last on top. */
let layers: readonly Layer[] = [];

/**
 * How things come to lie over the page, and go: the last lies on top, wherever it stands among the
 * components, and Escape closes it alone. Mantine would lock scrolling with a style element, which
 * our Content-Security-Policy refuses; mantine.css locks instead.
 */
export function useOverlay({ opened, onClose }: Overlay) {
  const [height, setHeight] = useState(0);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!opened) return;
    const layer = { height: (layers.at(-1)?.height ?? 0) + 1, close: () => close() };
    layers = [...layers, layer];
    setHeight(layer.height);
    return () => {
      layers = layers.filter((other) => other !== layer);
    };
  }, [opened]);
  return {
    closeOnEscape: false,
    lockScroll: false,
    transitionProps: { duration: 140 },
    zIndex: getDefaultZIndex('modal') + height,
    opened,
    onClose,
  };
}

/** One for all: with one each, as Mantine has, what lay below is on top by the time it is asked. */
function closeTopmost({ key, isComposing, target }: KeyboardEvent) {
  if (key !== 'Escape' || isComposing || isOfPopover(target)) return;
  layers.at(-1)?.close();
}

/** Whether Escape is for a popover that belongs to where the focus is. */
function isOfPopover(target: EventTarget | null) {
  return target instanceof Element && target.matches('[data-mantine-stop-propagation=true]');
}

window.addEventListener('keydown', closeTopmost, { capture: true });
