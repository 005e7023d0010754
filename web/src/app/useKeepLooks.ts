import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeOwnLooks, type Looks } from '@/shared/looks';
import { meQuery } from '@/shared/session';
import { useToasts } from '@/ui/Toasts';

/** Keeps theme or language in the person's profile; it is shown at once, and taken back if that fails. */
export function useKeepLooks(org: string): (looks: Looks) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const { queryKey } = meQuery(org);
  const keep = useMutation({
    // One after the other, so that the last choice is the one that stays.
    scope: { id: `looks of ${org}` },
    mutationFn: (looks: Looks) => changeOwnLooks(org, looks),
    onMutate: async (looks) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey);
      queries.setQueryData(queryKey, (me) => me && { ...me, ...looks });
      return before;
    },
    onError: (error, _, before) => {
      queries.setQueryData(queryKey, before);
      toasts.fail(error);
    },
  });
  return keep.mutate;
}
