import { useQuery } from '@tanstack/react-query';
import { api, body } from './http';

/** What strangers see of an organisation: the door of its house. */
export function useFront(org: string) {
  return useQuery({
    queryKey: [org, 'front'],
    staleTime: 60_000,
    queryFn: () => body(api.GET('/api/o/{org}/front', { params: { path: { org } } })),
  });
}
