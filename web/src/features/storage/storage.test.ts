import { expect, test } from 'vitest';
import { type Bucket, nearness } from './storage';

const bucket: Bucket = {
  name: 'films',
  createdAt: '2026-03-01T00:00:00Z',
  bytes: 0,
  objects: 0,
  pendingBytes: 0,
  versioning: 'NEVER',
  objectLock: false,
  version: 1,
};

test.each([
  [{ bytes: 79, quotaBytes: 100 }, 'plain'],
  [{ bytes: 70, pendingBytes: 10, quotaBytes: 100 }, 'warn'],
  [{ bytes: 95, quotaBytes: 100 }, 'bad'],
  [{ bytes: 50, softQuotaBytes: 50 }, 'warn'],
  [{ bytes: 5_000 }, 'plain'],
])('a bucket with %j is %s', (held, near) => {
  expect(nearness({ ...bucket, ...held })).toBe(near);
});
