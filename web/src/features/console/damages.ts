import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';

export type StoreDamages = components['schemas']['StoreDamages'];

export const damagesQuery = queryOptions({
  queryKey: ['console', 'damages'],
  queryFn: () => body(api.GET('/api/console/damages')),
});
