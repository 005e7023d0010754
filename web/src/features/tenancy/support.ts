import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Support = components['schemas']['SupportView'];

const one = (org: string, access: string) => ({ params: { path: { org, access } } });

export function supportQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'support'],
    queryFn: () =>
      body(api.GET('/api/o/{org}/support', { params: { path: { org } } })).then(
        ({ items }) => items,
      ),
  });
}

export function grantSupport(org: string, access: string, minutes: number): Promise<Support> {
  return body(
    api.POST('/api/o/{org}/support/{access}/grant', { ...one(org, access), body: { minutes } }),
  );
}

export function refuseSupport(org: string, access: string): Promise<Support> {
  return body(api.POST('/api/o/{org}/support/{access}/refuse', one(org, access)));
}

export function endSupport(org: string, access: string): Promise<Support> {
  return body(api.POST('/api/o/{org}/support/{access}/end', one(org, access)));
}

/** Ends the visit of the operator's support in this browser. */
export function leaveVisit(org: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/visit', { params: { path: { org } } }));
}
