import { expect, test } from 'vitest';
import { matches } from './hangul';

test.each([
  ['김민수', 'ㄱㅁㅅ', true],
  ['김민수', '민ㅅ', true],
  ['김민수', 'ㅁㄱ', false],
  ['인사 총무팀', 'ㅊㅁ', true],
  ['Storage', 'stor', true],
  ['anything', '', true],
])('%s matches %s: %s', (text, query, expected) => {
  expect(matches(text, query)).toBe(expected);
});
