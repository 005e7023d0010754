/** A colour as red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** What text of our dark theme stands on; see tokens.css. */
const darkSurface: Rgb = [27, 30, 34];
/** WCAG 2.2 §1.4.3, level AA, plus a little for tinted backgrounds. */
const enough = 4.8;

export function parseHex(hex: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim());
  if (!match) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/** Contrast of two colours, 1 to 21. WCAG 2.2, "contrast ratio". */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function mix([r1, g1, b1]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb {
  const at = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [at(r1, r2), at(g1, g2), at(b1, b2)];
}

/** Moves a colour towards another until it stands out enough from the background. */
function readable(colour: Rgb, towards: Rgb, background: Rgb): Rgb {
  for (let step = 0; step < 20; step++) {
    const moved = mix(colour, towards, step / 20);
    if (contrast(moved, background) >= enough) return moved;
  }
  return towards;
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** An organisation's colour, made fit to be read in both themes. */
export type Accent = { onLight: string; onDark: string; fill: string; onFill: string };

export function accentOf(hex: string): Accent | undefined {
  const colour = parseHex(hex);
  if (!colour) return undefined;
  const bright = luminance(colour) > 0.35;
  const fill = bright ? colour : readable(colour, black, white);
  return {
    onLight: css(readable(colour, black, white)),
    onDark: css(readable(colour, white, darkSurface)),
    fill: css(fill),
    onFill: bright ? css([20, 22, 25]) : css(white),
  };
}
