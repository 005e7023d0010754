import { queryOptions } from '@tanstack/react-query';
import { api, body, versioned } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type SelfSignUp = Schemas['SelfSignUpRequest'];
export type SelfSignUpOffer = Schemas['SelfSignUpSettings'];

/** Whether strangers may sign an organisation up. */
export const selfSignUpQuery = queryOptions({
  queryKey: ['sign-up'],
  queryFn: () => body(api.GET('/api/sign-up', {})),
});

/** What strangers who sign an organisation up get, and whether they may. */
export const selfSignUpOfferQuery = queryOptions({
  queryKey: ['console', 'self-sign-up'],
  queryFn: () => versioned(api.GET('/api/console/self-sign-up', {})),
});

export function offerSelfSignUp(etag: string, offer: SelfSignUpOffer) {
  return versioned(
    api.PUT('/api/console/self-sign-up', {
      params: { header: { 'If-Match': etag } },
      body: offer,
    }),
  );
}

/** @returns where the new organisation's owner chooses a password */
export async function signUpOneself(request: SelfSignUp, key: string): Promise<string> {
  const call = api.POST('/api/sign-up', { body: request, headers: { 'Idempotency-Key': key } });
  return (await body(call)).path;
}
