import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['김민수', '민수'],
  ['이산', '이산'],
  ['남궁민수', '민수'],
  ['김하늘빛', '하늘'],
  ['박 지성', '지성'],
  ['王小明', '明'],
  ['Ada Lovelace', 'AL'],
  ['Jean Luc Picard', 'JP'],
  ['plato', 'P'],
  ['', ''],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown);
});
