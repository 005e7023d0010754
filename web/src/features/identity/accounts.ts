import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { Link } from './links';

const of = (org: string, person: string) => ({ params: { path: { org, person } } });

/** In how many ways a person can come in. */
export function accountQuery(org: string, person: string) {
  return queryOptions({
    queryKey: [org, 'account', person],
    queryFn: () => body(api.GET('/api/o/{org}/people/{person}/account', of(org, person))),
  });
}

/** Makes a link with which the person sets a password: the first one, or a new one. */
export function makeLink(org: string, person: string): Promise<Link> {
  return body(api.POST('/api/o/{org}/people/{person}/link', of(org, person)));
}

export function signOutPerson(org: string, person: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/people/{person}/sessions', of(org, person)));
}

export function resetSecondFactors(org: string, person: string): Promise<void> {
  return done(api.DELETE('/api/o/{org}/people/{person}/second-factors', of(org, person)));
}
