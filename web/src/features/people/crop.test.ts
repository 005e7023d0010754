import { expect, test } from 'vitest';
import { inside, middleOf, panned, sideOf } from './crop';

const wide = { width: 400, height: 200 };

test('a picture is first seen in its middle, as far as a square goes', () => {
  const crop = middleOf(wide);

  expect(crop).toEqual({ x: 200, y: 100, zoom: 1 });
  expect(sideOf(wide, crop)).toBe(200);
});

test('nothing beside the picture is ever seen', () => {
  expect(panned(wide, middleOf(wide), 9, 9)).toEqual({ x: 300, y: 100, zoom: 1 });
  expect(inside(wide, { x: 0, y: 0, zoom: 2 })).toEqual({ x: 50, y: 50, zoom: 2 });
});

test('drawing back keeps the square inside the picture', () => {
  expect(inside(wide, { x: 390, y: 190, zoom: 0.2 })).toEqual({ x: 300, y: 100, zoom: 1 });
});
