import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useState } from 'react';
import { chooseLanguage, ownLanguage, showLanguage } from '@/shared/i18n';
import { remember } from '@/shared/knownOrganisations';
import { operatorName } from '@/shared/place';
import type { Me } from '@/shared/session';
import { showAccent } from '@/ui/theme';

const schemes = { SYSTEM: 'auto', LIGHT: 'light', DARK: 'dark' } as const;

/**
 * Shows the organisation's colour, and theme and language as the person keeps them in their profile.
 * What this device remembers is on the screen until then; true once all is as it will stay.
 */
export function useLooks(me: Me | undefined): boolean {
  useAccent(me);
  useTheme(me);
  return useLanguage(me);
}

function useAccent(me: Me | undefined) {
  const looks = me?.organisation;
  const atHome = !me?.visiting && looks?.shortName !== operatorName;
  useEffect(() => {
    if (!looks) return;
    showAccent(looks.colour);
    if (atHome) remember(looks);
    return () => showAccent(undefined);
  }, [looks, atHome]);
}

/** Support looks in with its own device's theme and language: it has no profile here. */
function useTheme(me: Me | undefined) {
  // Mantine would hold transitions back by a style element, which the page's policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const scheme = me && !me.visiting ? schemes[me.theme] : undefined;
  useLayoutEffect(() => {
    if (scheme && scheme !== colorScheme) setColorScheme(scheme);
  }, [scheme, colorScheme, setColorScheme]);
}

function useLanguage(me: Me | undefined): boolean {
  const [settled, setSettled] = useState(false);
  const chosen = me?.language;
  const other = me && (ownLanguage() ?? me.organisation.language);
  useLayoutEffect(() => {
    if (!other) return;
    void (chosen ? chooseLanguage(chosen) : showLanguage(other)).finally(() => setSettled(true));
  }, [chosen, other]);
  return settled;
}
