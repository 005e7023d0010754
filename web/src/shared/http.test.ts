import { afterEach, expect, test, vi } from 'vitest';
import { idempotencyKey } from './http';

afterEach(() => vi.unstubAllGlobals());

test('a key is made on plain HTTP, where browsers have no randomUUID', () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });

  const keys = new Set(Array.from({ length: 100 }, idempotencyKey));

  expect(keys.size).toBe(100);
});
