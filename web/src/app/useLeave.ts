import { signOutOf } from '@/features/identity/sessions';
import { leaveVisit } from '@/features/tenancy/support';
import { hasStatus } from '@/shared/problem';
import { useToasts } from '@/ui/Toasts';
import type { House } from './house';

/** Ends the session, or the visit of somebody who only looks in, in this browser. */
export function useLeave({ org, pages, me }: House): () => void {
  const toasts = useToasts();
  const leave = async () => {
    try {
      await (me.visiting ? leaveVisit(org) : signOutOf(org));
    } catch (error) {
      if (!hasStatus(error, 401)) return toasts.fail(error);
    }
    // A full load, so that nothing of this session stays in memory.
    window.location.assign(me.visiting ? '/console/organisations' : `${pages}/sign-in`);
  };
  return () => void leave();
}
