import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/shared/problem';
import { signInAgain } from './signInAgain';

const attempts = 2;

/** A problem is the caller's to fix; asking again would only be refused again. */
function worthAsking(failures: number, error: Error): boolean {
  return !(error instanceof ProblemError) && failures < attempts;
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: signInAgain }),
  defaultOptions: {
    queries: { retry: worthAsking, staleTime: 15_000 },
    mutations: { onError: signInAgain },
  },
});
