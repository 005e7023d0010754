import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

export type TenantDamages = components['schemas']['TenantDamages'];
export type UnreadablePlace = components['schemas']['UnreadablePlace'];

/** Organisations with damages, those with the most first. */
export function useDamagedTenants() {
  return usePages<TenantDamages>(['console', 'damages', 'tenants'], (after) =>
    body(api.GET('/api/console/damages', { params: { query: { after } } })),
  );
}

/** Places of which nobody can tell whose they are, the latest found first. */
export function useUnreadablePlaces() {
  return usePages<UnreadablePlace>(['console', 'damages', 'unreadable'], (after) =>
    body(api.GET('/api/console/damages/unreadable', { params: { query: { after } } })),
  );
}

export function damagesQuery(id: string) {
  return queryOptions({
    queryKey: ['console', 'damages', 'of', id],
    queryFn: () =>
      body(api.GET('/api/console/organisations/{id}/damages', { params: { path: { id } } })),
  });
}
