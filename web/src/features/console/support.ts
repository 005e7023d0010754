import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Support = components['schemas']['SupportView'];

const at = (id: string) => ({ params: { path: { id } } });

export function supportQuery(id: string) {
  return queryOptions({
    queryKey: ['console', 'support', id],
    queryFn: () =>
      body(api.GET('/api/console/organisations/{id}/support', at(id))).then(({ items }) => items),
  });
}

export function askForSupport(id: string, minutes: number, reason: string): Promise<Support> {
  return body(
    api.POST('/api/console/organisations/{id}/support', { ...at(id), body: { minutes, reason } }),
  );
}
