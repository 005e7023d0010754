import { api, body } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';
import { objectsKey } from './storage';

/** A version of an object, or the mark that it was deleted. */
export type Version = components['schemas']['VersionView'];

export type VersionItem = { kind: 'folder'; key: string } | ({ kind: 'version' } & Version);

const base = '/api/o/{org}/storage/buckets/{bucket}/versions';

/** Where the next page goes on: behind a version, or behind a folder. */
type Place = { after: string; afterVersion?: string };

/** All versions below a prefix, up to the next slash: the newest of each first. */
export function useVersions(org: string, bucket: string, prefix: string) {
  const key = [...objectsKey(org, bucket), 'versions', prefix];
  return usePages<VersionItem>(key, async (cursor) => {
    const place: Place = cursor ? placeOf(cursor) : { after: '' };
    const page = await body(
      api.GET(base, { params: { path: { org, bucket }, query: { prefix, ...place } } }),
    );
    const folders = page.folders.map((folder) => ({ kind: 'folder' as const, key: folder }));
    const versions = page.items.map((version) => ({ kind: 'version' as const, ...version }));
    return { items: [...folders, ...versions], next: cursorOf(page.next, page.nextVersion) };
  });
}

/** A version has no spaces, so the first one ends it. */
function cursorOf(next?: string | null, version?: string | null): string | null {
  return next == null ? null : `${version ?? ''} ${next}`;
}

function placeOf(cursor: string): Place {
  const end = cursor.indexOf(' ');
  return { after: cursor.slice(end + 1), afterVersion: cursor.slice(0, end) };
}

/** Puts a version above all others of its key, and says which it became. */
export function restoreVersion(org: string, bucket: string, { key, version }: Version) {
  return body(
    api.POST(`${base}/restore`, { params: { path: { org, bucket }, query: { key, version } } }),
  );
}
