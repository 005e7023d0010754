import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Group = Schemas['Group'];
export type GroupForm = Schemas['GroupForm'];

const groups = '/api/o/{org}/groups';

export function groupsKey(org: string) {
  return [org, 'groups'] as const;
}

export function groupsQuery(org: string) {
  return queryOptions({
    queryKey: groupsKey(org),
    queryFn: async () => (await body(api.GET(groups, { params: { path: { org } } }))).items,
  });
}

export function createGroup(org: string, form: GroupForm, key: string) {
  return body(
    api.POST(groups, {
      params: { path: { org } },
      body: form,
      headers: { 'Idempotency-Key': key },
    }),
  );
}

export function deleteGroup(org: string, id: string) {
  return done(api.DELETE(`${groups}/{id}`, { params: { path: { org, id } } }));
}

export function useGroupMembers(org: string, id: string) {
  return usePages([...groupsKey(org), id, 'members'], (cursor) =>
    body(api.GET(`${groups}/{id}/members`, { params: { path: { org, id }, query: { cursor } } })),
  );
}

export function addMember(org: string, id: string, person: string) {
  return done(
    api.PUT(`${groups}/{id}/members/{person}`, { params: { path: { org, id, person } } }),
  );
}

export function removeMember(org: string, id: string, person: string) {
  return done(
    api.DELETE(`${groups}/{id}/members/{person}`, { params: { path: { org, id, person } } }),
  );
}
