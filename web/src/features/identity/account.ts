import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type AccessToken = Schemas['AccessTokenView'];
export type SecondFactors = Schemas['SecondFactorsView'];
export type TotpEnrolment = Schemas['TotpEnrolment'];

const at = (org: string) => ({ params: { path: { org } } });

export function changePassword(org: string, old: string, fresh: string): Promise<void> {
  return done(api.PUT('/api/o/{org}/me/password', { ...at(org), body: { old, fresh } }));
}

export function secondFactorsQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'second-factors'],
    queryFn: () => body(api.GET('/api/o/{org}/me/second-factors', at(org))),
  });
}

export function beginTotp(org: string): Promise<TotpEnrolment> {
  return body(api.POST('/api/o/{org}/me/totp', at(org)));
}

/** Ends setting up; the recovery codes are shown this once. */
export async function confirmTotp(org: string, code: string): Promise<string[]> {
  const confirmed = await body(
    api.POST('/api/o/{org}/me/totp/confirmation', { ...at(org), body: { code } }),
  );
  return confirmed.codes;
}

export function removeTotp(org: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/me/totp', at(org)));
}

export async function renewRecoveryCodes(org: string): Promise<string[]> {
  return (await body(api.POST('/api/o/{org}/me/recovery-codes', at(org)))).codes;
}

export function tokensQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'tokens'],
    queryFn: () => body(api.GET('/api/o/{org}/me/tokens', at(org))).then(({ items }) => items),
  });
}

export function createToken(org: string, token: Schemas['NewAccessToken'], key: string) {
  return body(
    api.POST('/api/o/{org}/me/tokens', {
      ...at(org),
      headers: { 'Idempotency-Key': key },
      body: token,
    }),
  );
}

export function revokeToken(org: string, token: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/me/tokens/{token}', { params: { path: { org, token } } }));
}
