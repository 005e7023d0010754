import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Role = Schemas['RoleView'];
export type RoleForm = Schemas['RoleForm'];
export type Grant = Schemas['GrantView'];
export type NewGrant = Schemas['NewGrant'];
export type SubjectKind = Grant['subject']['kind'];

export const subjectKinds: readonly SubjectKind[] = ['PERSON', 'RANK', 'TITLE', 'DEPARTMENT'];

const at = (org: string) => ({ params: { path: { org } } });
const one = (org: string, id: string) => ({ path: { org, id } });

export function rolesQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'roles'],
    queryFn: () => body(api.GET('/api/o/{org}/roles', at(org))).then(({ items }) => items),
  });
}

export function capabilitiesQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'capabilities'],
    queryFn: () => body(api.GET('/api/o/{org}/capabilities', at(org))).then(({ items }) => items),
  });
}

export function createRole(org: string, role: RoleForm, key: string): Promise<Role> {
  return body(
    api.POST('/api/o/{org}/roles', {
      ...at(org),
      headers: { 'Idempotency-Key': key },
      body: role,
    }),
  );
}

export function editRole(org: string, role: Role, form: RoleForm): Promise<Role> {
  return body(
    api.PUT('/api/o/{org}/roles/{id}', {
      params: { ...one(org, role.id), header: { 'If-Match': `"${role.version}"` } },
      body: form,
    }),
  );
}

export function deleteRole(org: string, id: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/roles/{id}', { params: one(org, id) }));
}

export function grantsKey(org: string) {
  return [org, 'grants'] as const;
}

export function useGrants(org: string) {
  return usePages(grantsKey(org), (cursor) =>
    body(api.GET('/api/o/{org}/grants', { params: { path: { org }, query: { cursor } } })),
  );
}

export function grantRole(org: string, grant: NewGrant, key: string): Promise<Grant> {
  return body(
    api.POST('/api/o/{org}/grants', {
      ...at(org),
      headers: { 'Idempotency-Key': key },
      body: grant,
    }),
  );
}

export function revokeGrant(org: string, id: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/grants/{id}', { params: one(org, id) }));
}
