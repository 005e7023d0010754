import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, versioned } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Designation = components['schemas']['DesignationView'];
export type DesignationEntry = components['schemas']['DesignationEntry'];
export type DesignationKind = 'ranks' | 'titles';

export function designationsQuery(org: string, kind: DesignationKind) {
  return queryOptions({
    queryKey: [org, kind],
    queryFn: () => versioned(api.GET(`/api/o/{org}/${kind}`, { params: { path: { org } } })),
  });
}

export function useDesignations(org: string, kind: DesignationKind): Designation[] {
  return useQuery(designationsQuery(org, kind)).data?.value.items ?? [];
}

export function changeDesignations(
  org: string,
  kind: DesignationKind,
  etag: string,
  items: DesignationEntry[],
) {
  return versioned(
    api.PUT(`/api/o/{org}/${kind}`, {
      params: { path: { org }, header: { 'If-Match': etag } },
      body: { items },
    }),
  );
}
