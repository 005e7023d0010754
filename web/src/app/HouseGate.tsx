import { lazyRouteComponent } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ownLanguage, showLanguage } from '@/shared/i18n';
import { remember } from '@/shared/knownOrganisations';
import { operatorName, pagesOf, useOrg } from '@/shared/place';
import { hasStatus } from '@/shared/problem';
import { type Me, useMe } from '@/shared/session';
import { showAccent } from '@/ui/theme';
import { HouseFailed } from './HouseFailed';
import { entriesFor } from './house';
import type { ModuleEntry } from './modules';
import { Shell } from './Shell';

const EnrolPage = lazyRouteComponent(() => import('@/features/identity/EnrolPage'), 'EnrolPage');

/** Asks who is signed in, and draws the shell for them; without a session, signing in comes first. */
export function HouseGate({ modules }: { modules: readonly ModuleEntry[] }) {
  const org = useOrg();
  const { data: me, error, refetch } = useMe();
  useLooks(me?.organisation);
  // Signing in is on its way: see signInAgain.
  if (hasStatus(error, 401)) return null;
  if (!me) return error ? <HouseFailed error={error} retry={() => void refetch()} /> : null;
  if (me.secondFactorNeeded) return <EnrolPage />;
  return <Shell house={{ org, pages: pagesOf(org), me, entries: entriesFor(me, modules) }} />;
}

/** The organisation's colour, and its language for those whose own we do not speak. */
function useLooks(looks: Me['organisation'] | undefined) {
  useEffect(() => {
    if (!looks) return;
    showAccent(looks.colour);
    if (looks.shortName !== operatorName) remember(looks);
    if (!ownLanguage()) void showLanguage(looks.language);
    return () => showAccent(undefined);
  }, [looks]);
}
