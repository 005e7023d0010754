import {
  ActionIcon,
  Button,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Tooltip,
} from '@mantine/core';
import { accentOf } from '@/shared/colour';

// Mantine asks for ten shades; ours are derived in tokens.css, and every shade is the accent.
const accent: MantineColorsTuple = [
  'var(--accent-soft)',
  'var(--accent-soft)',
  'var(--accent-line)',
  'var(--accent-line)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent-fill)',
  'var(--accent-fill-hover)',
  'var(--accent-fill-hover)',
  'var(--accent-fill-hover)',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { accent },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' },
    }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', position: 'bottom-end', withinPortal: true },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: false } }),
  },
});

const variables = [
  '--brand-on-light',
  '--brand-on-dark',
  '--brand-fill',
  '--brand-on-fill',
] as const;

/** Shows an organisation's colour instead of ours; without one, ours comes back. */
export function showAccent(hex: string | undefined): void {
  const style = document.documentElement.style;
  const colour = hex ? accentOf(hex) : undefined;
  if (!colour) {
    for (const variable of variables) style.removeProperty(variable);
    return;
  }
  style.setProperty('--brand-on-light', colour.onLight);
  style.setProperty('--brand-on-dark', colour.onDark);
  style.setProperty('--brand-fill', colour.fill);
  style.setProperty('--brand-on-fill', colour.onFill);
}
