import { queryOptions } from '@tanstack/react-query';
import { api, body, versioned } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Tenant = Schemas['TenantView'];
export type TenantState = Tenant['state'];
export type SignUp = Schemas['SignUpRequest'];
export type SignedUp = Schemas['SignUpAnswer'];

export const organisationStates: readonly TenantState[] = [
  'TRIAL',
  'ACTIVE',
  'SUSPENDED',
  'CLOSING',
  'CLOSED',
];

/** What a plan can hold; the server offers the same names. */
export const products = ['storage'] as const;

const list = '/api/console/organisations';
export const organisationsKey = ['console', 'organisations'] as const;

export function useOrganisations(q: string, state: TenantState | undefined) {
  return usePages([...organisationsKey, q, state], (cursor) =>
    body(api.GET(list, { params: { query: { q, state, cursor } } })),
  );
}

export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: [...organisationsKey, id],
    queryFn: () => versioned(api.GET(`${list}/{id}`, { params: { path: { id } } })),
  });
}

export function signUp(request: SignUp, key: string): Promise<SignedUp> {
  return body(api.POST(list, { body: request, headers: { 'Idempotency-Key': key } }));
}

export function changeOrganisation(id: string, etag: string, change: Schemas['TenantChange']) {
  return body(
    api.PATCH(`${list}/{id}`, {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: change,
    }),
  );
}

export function suspend(id: string, reason: string): Promise<Tenant> {
  return body(api.POST(`${list}/{id}/suspend`, { params: { path: { id } }, body: { reason } }));
}

export function resume(id: string): Promise<Tenant> {
  return body(api.POST(`${list}/{id}/resume`, { params: { path: { id } } }));
}

export function close(id: string, reason: string): Promise<Tenant> {
  return body(api.POST(`${list}/{id}/close`, { params: { path: { id } }, body: { reason } }));
}

export function overrideLocks(id: string, reason: string): Promise<Tenant> {
  return body(
    api.POST(`${list}/{id}/override-locks`, { params: { path: { id } }, body: { reason } }),
  );
}
