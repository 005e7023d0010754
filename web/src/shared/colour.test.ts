import { expect, test } from 'vitest';
import { accentOf, contrast, parseHex } from './colour';

function rgb(text: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

test.each(['#fee500', '#03c75a', '#4a154b', '#000000', '#ffffff', '#e60012', '#1f6685'])(
  'text in the colour %s can be read in both themes and on a button',
  (hex) => {
    const accent = accentOf(hex);

    expect(contrast(rgb(accent?.onLight ?? ''), [255, 255, 255])).toBeGreaterThan(4.5);
    expect(contrast(rgb(accent?.onDark ?? ''), [27, 30, 34])).toBeGreaterThan(4.5);
    expect(contrast(rgb(accent?.fill ?? ''), rgb(accent?.onFill ?? ''))).toBeGreaterThan(4.5);
  },
);

test('black on white is the highest contrast there is', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
});

test('what is no colour is refused', () => {
  expect(parseHex('blue')).toBeUndefined();
  expect(accentOf('')).toBeUndefined();
});
