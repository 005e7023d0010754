import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body } from './http';
import { useOrg } from './place';
import type { components } from './schema';

/** Who is signed in to an organisation, what they may do, and how the organisation looks. */
export type Me = components['schemas']['Me'];

/** The question who is signed in. */
export function meQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'me'],
    staleTime: 60_000,
    queryFn: () => body(api.GET('/api/o/{org}/me', { params: { path: { org } } })),
  });
}

export function useMe() {
  return useQuery(meQuery(useOrg()));
}

/** Whether the person who is signed in may do a thing somewhere; the server has the last word. */
export function useMay(capability: string): boolean {
  return useMe().data?.capabilities.includes(capability) ?? false;
}
