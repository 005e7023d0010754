import { queryOptions } from '@tanstack/react-query';
import { api, body, idempotencyKey } from '@/shared/http';
import { ProblemError } from '@/shared/problem';
import { parseProblem } from '@/shared/problem.parser';
import type { components } from '@/shared/schema';
import { peopleKey } from './people';

/** A file of people: what it would change, and how far its application has come. */
export type Import = components['schemas']['ImportView'];

/** How often the server is asked how far it is, in milliseconds. */
const pulse = 400;

export function importQuery(org: string, id: string) {
  return queryOptions({
    queryKey: [...peopleKey(org), 'import', id],
    queryFn: () => body(api.GET('/api/o/{org}/imports/{id}', { params: { path: { org, id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'APPLYING' ? pulse : false),
  });
}

/** Has the server read a file, without changing anything. The bytes go as they are: the server finds out the encoding. */
export async function previewImport(org: string, file: File): Promise<Import> {
  const answer = await fetch(`/api/o/${org}/imports`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': idempotencyKey() },
    body: file,
  });
  const content = await answer.json().catch(() => undefined);
  if (!answer.ok) throw new ProblemError(parseProblem(answer.status, content));
  return content;
}

/** Makes all the changes, or none. */
export function applyImport(org: string, id: string): Promise<Import> {
  return body(api.POST('/api/o/{org}/imports/{id}/apply', { params: { path: { org, id } } }));
}

/** Where everybody is had as a table, in the columns that an import takes. */
export function exportAddress(org: string): string {
  return `/api/o/${org}/people.csv`;
}
