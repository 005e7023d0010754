import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { personChoices } from '@/shared/choices';
import { matches } from '@/shared/hangul';
import { operatorName } from '@/shared/place';
import { Face } from '@/ui/Face';
import type { House } from './house';

/** Something that the search has found. */
export type Finding = { href: string; label: string; detail?: string; picture?: ReactNode };

/** How long typing must rest before the server is asked, in milliseconds. */
const rest = 150;

/** Pages whose name matches, by initial consonants too, and then people. */
export function useFindings(house: House, query: string): Finding[] {
  return [...usePagesFound(house, query), ...usePeopleFound(house, query)];
}

function usePagesFound(house: House, query: string): Finding[] {
  const { t } = useTranslation();
  return house.entries
    .map(({ label, path, icon: Icon }) => ({
      href: house.pages + path,
      label: t(label),
      picture: <Icon size={18} stroke={1.6} aria-hidden />,
    }))
    .filter(({ label }) => matches(label, query));
}

function usePeopleFound({ org, pages, me }: House, query: string): Finding[] {
  const [q] = useDebouncedValue(query.trim(), rest);
  const found = useQuery({
    ...personChoices(org, q),
    enabled: q !== '' && org !== operatorName && me.capabilities.includes('people.read'),
    placeholderData: keepPreviousData,
  });
  if (q === '') return [];
  return (found.data ?? []).map(({ value, label, photo }) => {
    const [name = '', detail] = label.split(' · ');
    return {
      href: `${pages}/people/${value}`,
      label: name,
      detail,
      picture: <Face name={name} photo={photo} size={24} />,
    };
  });
}
