import { expect, test } from 'vitest';
import { exportAddress, parametersOf } from './audit';

test('the last day of a filter counts whole', () => {
  const { from, to } = parametersOf({ from: '2026-03-01', to: '2026-03-01' });

  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 60 * 60 * 1000);
});

test('an export keeps the filter and leaves out what is empty', () => {
  expect(exportAddress('acme', { action: 'people.', actor: '' })).toBe(
    '/api/o/acme/audit.csv?action=people.',
  );
});
