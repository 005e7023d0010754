import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Overview = components['schemas']['OverviewAnswer'];
export type Machine = Overview['machine'];

/** How often the page looks anew, in milliseconds. */
const everyMinute = 60_000;

export const overviewQuery = queryOptions({
  queryKey: ['console', 'overview'],
  refetchInterval: everyMinute,
  queryFn: () => body(api.GET('/api/console/overview')),
});
