import { api, body } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Transfer = Schemas['TransferView'];
export type TransferForm = Schemas['TransferForm'];
export type ChangeState = Transfer['state'];

export function transfersKey(org: string) {
  return [org, 'transfers'] as const;
}

export function useTransfers(org: string, person?: string) {
  return usePages([...transfersKey(org), person], (cursor) =>
    body(
      api.GET('/api/o/{org}/transfers', { params: { path: { org }, query: { person, cursor } } }),
    ),
  );
}

export function enterTransfer(org: string, transfer: TransferForm, key: string): Promise<Transfer> {
  return body(
    api.POST('/api/o/{org}/transfers', {
      params: { path: { org } },
      headers: { 'Idempotency-Key': key },
      body: transfer,
    }),
  );
}

export function cancelTransfer(org: string, id: string): Promise<Transfer> {
  return body(api.POST('/api/o/{org}/transfers/{id}/cancel', { params: { path: { org, id } } }));
}
