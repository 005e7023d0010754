import { expect, test } from 'vitest';
import { area, line, scale, stacked, ticks } from './chart';

test.each([
  [0, [0, 1]],
  [10, [0, 4, 8, 12]],
  [15, [0, 8, 16]],
  [64, [0, 32, 64]],
])('levels for %d are %j', (greatest, levels) => {
  expect(ticks(greatest)).toEqual(levels);
});

test.each([
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [1_300, [0, 500, 1_000, 1_500]],
])('levels of things that are counted, for %d, are %j', (greatest, levels) => {
  expect(ticks(greatest, 10)).toEqual(levels);
});

test('parts stand on each other', () => {
  expect(stacked([3, 0, 2])).toEqual([
    [0, 3],
    [3, 3],
    [3, 5],
  ]);
});

test('the greatest value lies at the far end', () => {
  expect(scale(10, 100, 0)(10)).toBe(0);
  expect(scale(0, 0, 100)(0)).toBe(50);
});

test('a line and the surface below it', () => {
  expect(
    line([
      [0, 1],
      [2, 3],
    ]),
  ).toBe('M0.0 1.0L2.0 3.0');
  expect(area([], 9)).toBe('');
  expect(
    area(
      [
        [0, 1],
        [2, 3],
      ],
      9,
    ),
  ).toBe('M0.0 1.0L2.0 3.0L2.0 9L0.0 9Z');
});
