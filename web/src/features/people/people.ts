import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, versioned } from '@/shared/http';
import { usePages } from '@/shared/pages';
import { operatorName } from '@/shared/place';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Listing = Schemas['ListingView'];
export type Person = Schemas['PersonView'];
export type PersonState = Person['state'];
export type NewPerson = Schemas['NewPerson'];
export type PersonChange = Schemas['PersonChange'];
export type Post = Schemas['PostView'];

export type PeopleFilter = { q?: string; department?: string; state?: PersonState };

export const personStates: readonly PersonState[] = ['INVITED', 'ACTIVE', 'INACTIVE'];

const one = (org: string, id: string) => ({ path: { org, id } });

export function peopleKey(org: string) {
  return [org, 'people'] as const;
}

export function usePeople(org: string, { q, department, state }: PeopleFilter) {
  return usePages([...peopleKey(org), 'list', q, department, state], (cursor) =>
    body(
      api.GET('/api/o/{org}/people', {
        params: {
          path: { org },
          query: {
            q: q || undefined,
            department: department || undefined,
            state: state && [state],
            cursor,
          },
        },
      }),
    ),
  );
}

export function personQuery(org: string, id: string) {
  return queryOptions({
    queryKey: [...peopleKey(org), id],
    queryFn: () => versioned(api.GET('/api/o/{org}/people/{id}', { params: one(org, id) })),
  });
}

export function usePerson(org: string, id: string) {
  return useQuery(personQuery(org, id));
}

export function createPerson(org: string, person: NewPerson, key: string): Promise<Person> {
  return body(
    api.POST('/api/o/{org}/people', {
      params: { path: { org } },
      headers: { 'Idempotency-Key': key },
      body: person,
    }),
  );
}

export function editPerson(org: string, id: string, etag: string, change: PersonChange) {
  return body(
    api.PUT('/api/o/{org}/people/{id}', {
      params: { ...one(org, id), header: { 'If-Match': etag } },
      body: change,
    }),
  );
}

/** Which person, in the version that was seen. */
type Seen = Pick<Person, 'id' | 'version'>;

const seen = (org: string, { id, version }: Seen) => ({
  params: { ...one(org, id), header: { 'If-Match': `"${version}"` } },
});

export function deactivate(org: string, person: Seen): Promise<Person> {
  return body(api.POST('/api/o/{org}/people/{id}/deactivate', seen(org, person)));
}

export function reactivate(org: string, person: Seen): Promise<Person> {
  return body(api.POST('/api/o/{org}/people/{id}/reactivate', seen(org, person)));
}

/** Where an organisation's people are looked after; the operator's are the operators. */
export function adminPeopleOf(org: string): string {
  return org === operatorName ? '/console/operators' : `/o/${org}/admin/people`;
}
