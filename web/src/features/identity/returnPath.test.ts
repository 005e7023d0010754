import { expect, test } from 'vitest';
import { returnPath } from './returnPath';

test.each([
  ['/o/acme/storage?x=1', '/o/acme/storage?x=1'],
  ['/o/acme', '/o/acme'],
  ['/o/acme-evil', '/o/acme'],
  ['/o/other/storage', '/o/acme'],
  ['//evil.example', '/o/acme'],
  ['https://evil.example/o/acme/', '/o/acme'],
  ['/o/acme/../../evil', '/o/acme'],
  [undefined, '/o/acme'],
])('%s leads to %s', (wanted, path) => {
  expect(returnPath(wanted, '/o/acme')).toBe(path);
});
