export type Point = readonly [x: number, y: number];

/** Maps 0..most to from..to; everything to the middle where there is only one value. */
export function scale(most: number, from: number, to: number): (value: number) => number {
  return (value) => (most <= 0 ? (from + to) / 2 : from + (value / most) * (to - from));
}

/**
 * A few levels from zero to at least the greatest value: at halves of powers of two, or in tens,
 * where they are whole numbers.
 */
export function ticks(greatest: number, base: 2 | 10 = 2): number[] {
  if (greatest <= 0) return [0, 1];
  const step = base === 2 ? halfPower(greatest) : roundStep(greatest);
  return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, index) => index * step);
}

function halfPower(greatest: number): number {
  const power = 2 ** Math.floor(Math.log2(greatest));
  return greatest > power * 1.5 ? power : power / 2;
}

/** 1, 2 or 5 of a power of ten, so that there are two to four steps. */
function roundStep(greatest: number): number {
  const power = 10 ** Math.floor(Math.log10(greatest));
  const steps = [power / 5, power / 2, power, power * 2, power * 5];
  const step = steps.find((known) => greatest / known <= 4) ?? power;
  return Math.max(step, 1);
}

/** Where each value lies that stands on those before it. */
export function stacked(values: number[]): [from: number, to: number][] {
  let top = 0;
  return values.map((value) => {
    const from = top;
    top += value;
    return [from, top];
  });
}

export function line(points: Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
}

/** The surface between a line and the ground. */
export function area(points: Point[], ground: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  return `${line(points)}L${last[0].toFixed(1)} ${ground}L${first[0].toFixed(1)} ${ground}Z`;
}
