import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';
import type { SignInAnswer } from './sessions';

export type Addressee = components['schemas']['AddresseeView'];
export type Link = components['schemas']['LinkView'];

const at = (org: string) => ({ params: { path: { org } } });

/** Whom a one-time link is for; looking does not use it up. */
export function addresseeQuery(org: string, token: string) {
  return queryOptions({
    queryKey: [org, 'link', token],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => body(api.POST('/api/o/{org}/links/look', { ...at(org), body: { token } })),
  });
}

/** Sets the password and signs in. */
export function takeLink(org: string, token: string, password: string): Promise<SignInAnswer> {
  return body(api.POST('/api/o/{org}/links/use', { ...at(org), body: { token, password } }));
}

export function forgot(org: string, login: string): Promise<void> {
  return done(api.POST('/api/o/{org}/password-resets', { ...at(org), body: { login } }));
}
