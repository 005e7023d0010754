/**
 * How things come to lie over the page. Mantine would lock scrolling with a style element, which
 * our Content-Security-Policy refuses; mantine.css locks instead.
 */
export const overlay = { lockScroll: false, transitionProps: { duration: 140 } } as const;
