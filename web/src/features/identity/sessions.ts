import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Session = components['schemas']['SessionView'];
export type SignInAnswer = components['schemas']['SignInAnswer'];

const at = (org: string) => ({ params: { path: { org } } });

export function sessionsQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'sessions'],
    queryFn: () => body(api.GET('/api/o/{org}/sessions', at(org))),
  });
}

/** Signs in by login and password, or comes half way where a second factor is set up. */
export function signInTo(org: string, login: string, password: string): Promise<SignInAnswer> {
  return body(api.POST('/api/o/{org}/sessions', { ...at(org), body: { login, password } }));
}

/** Goes the other half: a code of the authenticator app, or a recovery code. */
export function signInByCode(org: string, code: string): Promise<SignInAnswer> {
  return body(api.POST('/api/o/{org}/sessions/second-factor', { ...at(org), body: { code } }));
}

export function signOutOf(org: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/sessions/current', at(org)));
}

export function signOutEverywhere(org: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/sessions', at(org)));
}

export function endSession(org: string, id: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/sessions/{id}', { params: { path: { org, id } } }));
}
