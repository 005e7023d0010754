import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type AccessKey = Schemas['AccessKeyView'];
export type IssuedKey = Schemas['IssuedKeyView'];
export type KeyKind = AccessKey['kind'];
export type Right = AccessKey['rights'][number];

export const rights: readonly Right[] = ['READ', 'WRITE', 'BUCKETS'];

/** How long a key that is replaced still works: long enough to tell every client. */
export const overlapSeconds = 24 * 3600;

const base = '/api/o/{org}/storage/keys';

export function keysQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'storage', 'keys'],
    queryFn: async () => (await body(api.GET(base, { params: { path: { org } } }))).items,
  });
}

export function createKey(org: string, request: Schemas['NewAccessKey'], key: string) {
  return body(
    api.POST(base, {
      params: { path: { org } },
      body: request,
      headers: { 'Idempotency-Key': key },
    }),
  );
}

export function rotateKey(org: string, id: string) {
  return body(
    api.POST(`${base}/{id}/rotate`, { params: { path: { org, id } }, body: { overlapSeconds } }),
  );
}

export function revokeKey(org: string, id: string) {
  return done(api.DELETE(`${base}/{id}`, { params: { path: { org, id } } }));
}
