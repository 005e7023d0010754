import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ownLanguage, showLanguage } from '@/shared/i18n';
import { remember } from '@/shared/knownOrganisations';
import { hasStatus } from '@/shared/problem';
import { type Looks, meQuery } from '@/shared/session';
import { showAccent } from '@/ui/theme';
import { HouseFailed } from './HouseFailed';
import { entriesFor } from './house';
import type { ModuleEntry } from './modules';
import { Shell } from './Shell';

type Props = { pages: string; api: string; modules: readonly ModuleEntry[] };

/** Asks who is signed in, and draws the shell for them; without a session, signing in comes first. */
export function HouseGate({ pages, api, modules }: Props) {
  const { data: me, error, refetch } = useQuery(meQuery(api));
  useLooks(me?.organisation);
  // Signing in is on its way: see signInAgain.
  if (hasStatus(error, 401)) return null;
  if (me) return <Shell house={{ pages, api, me, entries: entriesFor(me, modules) }} />;
  return error ? <HouseFailed error={error} retry={() => void refetch()} /> : null;
}

/** The organisation's colour, and its language for those whose own we do not speak. */
function useLooks(looks: Looks | undefined) {
  useEffect(() => {
    if (!looks) return;
    showAccent(looks.colour);
    remember(looks);
    if (!ownLanguage()) void showLanguage(looks.language);
    return () => showAccent(undefined);
  }, [looks]);
}
