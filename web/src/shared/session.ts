import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from './problem';
import { parseProblem } from './problem.parser';
import { parseMe } from './session.parser';

/** Who is signed in to an organisation, what they may do, and how the organisation looks. */
export type Me = {
  id: string;
  login: string;
  name: string;
  photo?: string;
  capabilities: readonly string[];
  organisation: Looks;
};

export type Looks = {
  shortName: string;
  name: string;
  logo?: string;
  colour?: string;
  language: string;
  timeZone: string;
  modules: readonly string[];
};

/** The question who is signed in; `base` is the API's address, such as /api/o/acme. */
export function meQuery(base: string) {
  return queryOptions({
    queryKey: [base, 'me'],
    staleTime: 60_000,
    queryFn: async () => {
      const response = await fetch(`${base}/me`, { headers: { Accept: 'application/json' } });
      const answer: unknown = await response.json().catch(() => undefined);
      if (!response.ok) throw new ProblemError(parseProblem(response.status, answer));
      return parseMe(answer);
    },
  });
}

export function may(me: Me, capability: string): boolean {
  return me.capabilities.includes(capability);
}
