export type Point = readonly [x: number, y: number];

/** Maps 0..most to from..to; everything to the middle where there is only one value. */
export function scale(most: number, from: number, to: number): (value: number) => number {
  return (value) => (most <= 0 ? (from + to) / 2 : from + (value / most) * (to - from));
}

/** Three or four levels from zero to at least the greatest value, at halves of powers of two. */
export function ticks(greatest: number): number[] {
  if (greatest <= 0) return [0, 1];
  const power = 2 ** Math.floor(Math.log2(greatest));
  const step = greatest > power * 1.5 ? power : power / 2;
  return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, index) => index * step);
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
