import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

export type Session = components['schemas']['SessionView'];

const at = (org: string) => ({ params: { path: { org } } });

export function sessionsQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'sessions'],
    queryFn: () => body(api.GET('/api/o/{org}/sessions', at(org))),
  });
}

export function signInTo(org: string, login: string, password: string): Promise<void> {
  return done(api.POST('/api/o/{org}/sessions', { ...at(org), body: { login, password } }));
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
