import { api, body } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Reorganisation = Schemas['ReorganisationView'];
export type ReorganisationForm = Schemas['ReorganisationForm'];
export type Step = Schemas['StepForm'];
export type StepKind = Step['kind'];

export const stepKinds: readonly StepKind[] = ['OPEN', 'MOVE', 'RENAME', 'MOVE_PEOPLE', 'CLOSE'];

export function reorganisationsKey(org: string) {
  return [org, 'reorganisations'] as const;
}

export function useReorganisations(org: string) {
  return usePages(reorganisationsKey(org), (cursor) =>
    body(api.GET('/api/o/{org}/reorganisations', { params: { path: { org }, query: { cursor } } })),
  );
}

export function enterReorganisation(org: string, form: ReorganisationForm, key: string) {
  return body(
    api.POST('/api/o/{org}/reorganisations', {
      params: { path: { org } },
      headers: { 'Idempotency-Key': key },
      body: form,
    }),
  );
}

export function cancelReorganisation(org: string, id: string): Promise<Reorganisation> {
  return body(
    api.POST('/api/o/{org}/reorganisations/{id}/cancel', { params: { path: { org, id } } }),
  );
}
