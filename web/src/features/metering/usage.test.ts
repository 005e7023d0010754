import { expect, test } from 'vitest';
import { inOrder, months, type TenantUsage } from './tenantUsage';
import { isNothing, parametersOf, sum } from './usage';

const now = new Date('2026-03-01T00:30:00Z');
const used = { writes: 1, reads: 2, deletes: 3, bytesIn: 4, bytesOut: 5, byteHours: 6 };

test('a period is days of UTC up to today', () => {
  expect(parametersOf('week', now)).toEqual({ from: '2026-02-23', to: '2026-03-01', by: 'HOUR' });
  expect(parametersOf('month', now)).toEqual({ from: '2026-01-31', to: '2026-03-01', by: 'DAY' });
});

test('a year begins with a month, so that none is cut', () => {
  expect(parametersOf('year', now)).toEqual({ from: '2025-03-01', to: '2026-03-01', by: 'MONTH' });
});

test('what is used adds up, and nothing is nothing', () => {
  expect(sum([used, used]).bytesOut).toBe(10);
  expect(isNothing(sum([]))).toBe(true);
  expect(isNothing(used)).toBe(false);
});

function tenant(name: string, bytesOut: number): TenantUsage {
  return {
    id: name,
    shortName: name,
    name,
    quotaBytes: 0,
    storedBytes: 0,
    used: { ...used, bytesOut },
  };
}

test('organisations stand by name, or by who used most', () => {
  const all = [tenant('나라', 1), tenant('가람', 2)];

  expect(inOrder(all, 'name', 'ko').map(({ name }) => name)).toEqual(['가람', '나라']);
  expect(inOrder(all, 'out', 'ko').map(({ name }) => name)).toEqual(['가람', '나라']);
  expect(inOrder(all.toReversed(), 'in', 'ko').map(({ name }) => name)).toEqual(['가람', '나라']);
});

test('months go back over the turn of the year', () => {
  expect(months(now, 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
});
