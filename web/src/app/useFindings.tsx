import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '@/shared/hangul';
import type { House } from './house';

/** Something that the search has found. */
export type Finding = { href: string; label: string; detail?: string; picture?: ReactNode };

/** Pages whose name matches, by initial consonants too. */
export function useFindings(house: House, query: string): Finding[] {
  const { t } = useTranslation();
  return house.entries
    .map(({ label, path, icon: Icon }) => ({
      href: house.pages + path,
      label: t(label),
      picture: <Icon size={18} stroke={1.6} aria-hidden />,
    }))
    .filter(({ label }) => matches(label, query));
}
