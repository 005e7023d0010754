import { expect, test } from 'vitest';
import { formatAgo, formatBytes, formatDate, formatMoment } from './format';

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1 KiB'],
  [1_610_612_736, '1.5 GiB'],
  [214_748_364_800, '200 GiB'],
])('%d bytes are written %s', (bytes, written) => {
  expect(formatBytes(bytes, 'en')).toBe(written);
});

test('a calendar date is the same day in every time zone', () => {
  expect(formatDate('2026-03-01', 'en')).toBe('Mar 1, 2026');
});

test('the past is told in the largest unit that fits', () => {
  const now = Date.parse('2026-01-02T12:00:00Z');

  expect(formatAgo('2026-01-02T09:00:00Z', 'en', now)).toBe('3 hours ago');
  expect(formatAgo('2026-01-02T11:59:30Z', 'en', now)).toBe('now');
});

test.each([
  ['en', 'Nov 28, 2026,'],
  ['ko', '2026. 11. 28.'],
])('a moment in %s breaks between the day and the time only', (language, day) => {
  const pieces = formatMoment('2026-11-28T02:02:00Z', language, 'Asia/Seoul').split(' ');

  expect(pieces.map((piece) => piece.replaceAll('\u00a0', ' '))).toEqual([
    day,
    expect.stringContaining('11:02'),
  ]);
});
