import { queryOptions } from '@tanstack/react-query';
import { defaultStringifySearch } from '@tanstack/react-router';
import { api, body, done } from '@/shared/http';
import { usePages } from '@/shared/pages';
import { pagesOf } from '@/shared/place';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
/** What the organisation holds against its quota, and what S3 clients need to connect. */
export type Storage = Schemas['StorageView'];
export type Bucket = Schemas['BucketView'];
export type StoredObject = Schemas['ObjectView'];

/** What stands in a folder of a bucket: folders end with a slash. */
export type Item = { kind: 'folder'; key: string } | ({ kind: 'object' } & StoredObject);

const base = '/api/o/{org}/storage';

export function storageQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'storage', 'use'],
    queryFn: () => body(api.GET(base, { params: { path: { org } } })),
  });
}

export function bucketsQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'storage', 'buckets'],
    queryFn: async () =>
      (await body(api.GET(`${base}/buckets`, { params: { path: { org } } }))).items,
  });
}

export function createBucket(org: string, bucket: Schemas['NewBucket'], key: string) {
  return body(
    api.POST(`${base}/buckets`, {
      params: { path: { org } },
      body: bucket,
      headers: { 'Idempotency-Key': key },
    }),
  );
}

/** Bounds a bucket; what is absent is no bound any more. */
export function setBucketQuotas(
  org: string,
  { name, version }: Bucket,
  quotas: Schemas['BucketChange'],
) {
  return body(
    api.PATCH(`${base}/buckets/{bucket}`, {
      params: { path: { org, bucket: name }, header: { 'If-Match': `"${version}"` } },
      body: quotas,
    }),
  );
}

export function deleteBucket(org: string, bucket: string) {
  return done(api.DELETE(`${base}/buckets/{bucket}`, { params: { path: { org, bucket } } }));
}

/** From which part of a limit on people are told: the server warns at the same marks. */
export const marks: readonly number[] = [0.8, 0.95];

/** How near a bucket is to what bounds it. */
export function nearness({ bytes, pendingBytes, quotaBytes, softQuotaBytes }: Bucket) {
  const held = bytes + pendingBytes;
  if (quotaBytes != null && held >= quotaBytes * 0.95) return 'bad';
  const near = quotaBytes != null && held >= quotaBytes * 0.8;
  return near || (softQuotaBytes != null && held >= softQuotaBytes) ? 'warn' : 'plain';
}

export function objectsKey(org: string, bucket: string) {
  return [org, 'storage', 'objects', bucket] as const;
}

/** What stands below a prefix, up to the next slash. */
export function useItems(org: string, bucket: string, prefix: string) {
  return usePages<Item>([...objectsKey(org, bucket), prefix], async (after) => {
    const page = await body(
      api.GET(`${base}/buckets/{bucket}/objects`, {
        params: { path: { org, bucket }, query: { prefix, after } },
      }),
    );
    const folders = page.folders.map((key) => ({ kind: 'folder' as const, key }));
    const objects = page.items.map((object) => ({ kind: 'object' as const, ...object }));
    return { items: [...folders, ...objects], next: page.next };
  });
}

/** Deletes an object; or one version of it, for good. */
export function deleteObject(org: string, bucket: string, key: string, version?: string) {
  return done(
    api.DELETE(`${base}/buckets/{bucket}/object`, {
      params: { path: { org, bucket }, query: { key, version } },
    }),
  );
}

/** Where an object's bytes are. The key is a parameter: `..` and `//` are legal in it. */
export function objectAddress(org: string, bucket: string, key: string, version?: string): string {
  const query = new URLSearchParams(version ? { key, version } : { key });
  return `/api/o/${org}/storage/buckets/${bucket}/object?${query}`;
}

/** The page of the folder that an object stands in. */
export function browserAddress(org: string, bucket: string, key: string): string {
  const prefix = key.slice(0, key.lastIndexOf('/') + 1);
  const search = prefix ? defaultStringifySearch({ prefix }) : '';
  return `${pagesOf(org)}/storage/buckets/${bucket}${search}`;
}
