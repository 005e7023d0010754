import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { meQuery } from '@/shared/session';

/** Who is signed in to the organisation of the page's address. */
export function useMe() {
  const { org } = useParams({ strict: false });
  return useQuery(meQuery(org ? `/api/o/${org}` : '/api/console'));
}
