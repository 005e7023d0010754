import { api, body } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

/** A version of an object that cannot be read as it was stored. */
export type Damage = components['schemas']['DamageView'];

const base = '/api/o/{org}/storage';

export function damagesKey(org: string) {
  return [org, 'storage', 'damages'] as const;
}

/** The latest found first. */
export function useDamages(org: string) {
  return usePages<Damage>(damagesKey(org), (after) =>
    body(api.GET(`${base}/damages`, { params: { path: { org }, query: { after } } })),
  );
}
