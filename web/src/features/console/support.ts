import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Support = components['schemas']['SupportView'];

const at = (id: string) => ({ params: { path: { id } } });

export function supportQuery(id: string) {
  return queryOptions({
    queryKey: ['console', 'support', id],
    // An answer is waited for, and a visit ends by itself.
    refetchInterval: 15_000,
    queryFn: () =>
      body(api.GET('/api/console/organisations/{id}/support', at(id))).then(({ items }) => items),
  });
}

export function askForSupport(id: string, minutes: number, reason: string): Promise<Support> {
  return body(
    api.POST('/api/console/organisations/{id}/support', { ...at(id), body: { minutes, reason } }),
  );
}

/** Opens a granted access in this browser: from then on it looks into the organisation. */
export async function visit(id: string, shortName: string, access: string): Promise<void> {
  const { token } = await body(
    api.POST('/api/console/organisations/{id}/support/{access}/open', {
      params: { path: { id, access } },
    }),
  );
  await done(
    api.POST('/api/o/{org}/visit', { params: { path: { org: shortName } }, body: { token } }),
  );
}
