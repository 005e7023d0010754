import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type SelfSignUp = Schemas['SelfSignUpRequest'];

/** Whether strangers may sign an organisation up. */
export const selfSignUpQuery = queryOptions({
  queryKey: ['sign-up'],
  queryFn: () => body(api.GET('/api/sign-up', {})),
});

/** @returns where the new organisation's owner chooses a password */
export async function signUpOneself(request: SelfSignUp, key: string): Promise<string> {
  const call = api.POST('/api/sign-up', { body: request, headers: { 'Idempotency-Key': key } });
  return (await body(call)).path;
}
