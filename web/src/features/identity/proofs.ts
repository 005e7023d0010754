import { api, body, done } from '@/shared/http';
import { provePasskey } from './webauthn';

const at = (org: string) => ({ params: { path: { org } } });

export function proveByPassword(org: string, password: string): Promise<void> {
  return done(api.POST('/api/o/{org}/me/proof/password', { ...at(org), body: { password } }));
}

/** By a code of the authenticator app, or a recovery code. */
export function proveByCode(org: string, code: string): Promise<void> {
  return done(api.POST('/api/o/{org}/me/proof/code', { ...at(org), body: { code } }));
}

/** By a passkey; false when the person would rather not. */
export async function proveByPasskey(org: string): Promise<boolean> {
  const { publicKey } = await body(api.POST('/api/o/{org}/me/proof/passkey/options', at(org)));
  const credential = await provePasskey(publicKey);
  if (!credential) return false;
  await done(api.POST('/api/o/{org}/me/proof/passkey', { ...at(org), body: { credential } }));
  return true;
}
