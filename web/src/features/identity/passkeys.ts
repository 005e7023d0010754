import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';
import type { SignInAnswer } from './sessions';
import { makePasskey, provePasskey } from './webauthn';

export type Passkey = components['schemas']['PasskeyView'];

const at = (org: string) => ({ params: { path: { org } } });

export function passkeysQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'passkeys'],
    queryFn: () => body(api.GET('/api/o/{org}/me/passkeys', at(org))).then(({ items }) => items),
  });
}

/** Makes a passkey in this browser; false when the person would rather not. */
export async function addPasskey(org: string, name: string): Promise<boolean> {
  const { publicKey } = await body(api.POST('/api/o/{org}/me/passkeys/options', at(org)));
  const credential = await makePasskey(publicKey);
  if (!credential) return false;
  await done(api.POST('/api/o/{org}/me/passkeys', { ...at(org), body: { name, credential } }));
  return true;
}

export function removePasskey(org: string, passkey: string): Promise<void> {
  return done(
    api.DELETE('/api/o/{org}/me/passkeys/{passkey}', { params: { path: { org, passkey } } }),
  );
}

/** Signs in without a password; `undefined` when the person would rather not. */
export async function signInByPasskey(org: string): Promise<SignInAnswer | undefined> {
  const { publicKey } = await body(api.POST('/api/o/{org}/sessions/passkey/options', at(org)));
  const credential = await provePasskey(publicKey);
  if (!credential) return undefined;
  return body(api.POST('/api/o/{org}/sessions/passkey', { ...at(org), body: { credential } }));
}
