import { lazyRouteComponent } from '@tanstack/react-router';
import { ProofGate } from '@/features/identity/ProofGate';
import { pagesOf, useOrg } from '@/shared/place';
import { hasStatus } from '@/shared/problem';
import { useMe } from '@/shared/session';
import { HouseFailed } from './HouseFailed';
import { entriesFor, type House } from './house';
import type { ModuleEntry } from './modules';
import { Shell } from './Shell';
import { useLeave } from './useLeave';
import { useLooks } from './useLooks';

const EnrolPage = lazyRouteComponent(() => import('@/features/identity/EnrolPage'), 'EnrolPage');

/** Asks who is signed in, and draws the shell for them; without a session, signing in comes first. */
export function HouseGate({ modules }: { modules: readonly ModuleEntry[] }) {
  const org = useOrg();
  const { data: me, error, refetch } = useMe();
  const settled = useLooks(me);
  // Signing in is on its way: see signInAgain.
  if (hasStatus(error, 401)) return null;
  if (!me) return error ? <HouseFailed error={error} retry={() => void refetch()} /> : null;
  if (!settled) return null;
  const house = { org, pages: pagesOf(org), me, entries: entriesFor(me, modules) };
  return (
    <ProofGate>
      {me.secondFactorNeeded ? <Enrolment house={house} /> : <Shell house={house} />}
    </ProofGate>
  );
}

function Enrolment({ house }: { house: House }) {
  return <EnrolPage onLeave={useLeave(house)} />;
}
