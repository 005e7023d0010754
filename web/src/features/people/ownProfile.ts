import { queryOptions } from '@tanstack/react-query';
import { api, body, versioned } from '@/shared/http';
import type { components } from '@/shared/schema';

export type OwnProfile = components['schemas']['OwnProfile'];
export type OwnProfileChange = components['schemas']['OwnProfileChange'];

const at = (org: string) => ({ path: { org } });

export function ownProfileQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'own-profile'],
    queryFn: () => versioned(api.GET('/api/o/{org}/me/profile', { params: at(org) })),
  });
}

export function changeOwnProfile(
  org: string,
  etag: string,
  change: OwnProfileChange,
): Promise<OwnProfile> {
  return body(
    api.PATCH('/api/o/{org}/me/profile', {
      params: { ...at(org), header: { 'If-Match': etag } },
      body: change,
    }),
  );
}
