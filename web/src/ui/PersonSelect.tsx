import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personChoices } from '@/shared/choices';
import { useOrg } from '@/shared/place';

/** How long typing must rest before it is searched for, in milliseconds. */
const rest = 180;

type Props = {
  label: string;
  /** Stands where nobody is chosen; the label is then only read aloud, as in a toolbar. */
  placeholder?: string;
  name?: string;
  chosen?: { id: string; name: string };
  error?: string;
  onChoose: (id: string | null) => void;
};

/** Chooses one person by a part of the name, or its initial consonants. */
export function PersonSelect({ label, placeholder, name, chosen, error, onChoose }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const [value, setValue] = useState(chosen?.id ?? null);
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.split(' · ')[0] ?? '', rest);
  const found = useQuery({ ...personChoices(org, query), placeholderData: keepPreviousData });
  const options = found.data ?? [];
  const known = !chosen || options.some((option) => option.value === chosen.id);
  return (
    <Select
      label={placeholder ? undefined : label}
      aria-label={label}
      placeholder={placeholder}
      name={name}
      error={error}
      searchable
      clearable
      data={known ? options : [{ value: chosen.id, label: chosen.name }, ...options]}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('ui.nothingFound')}
      onSearchChange={setText}
      value={value}
      onChange={(id) => {
        setValue(id);
        onChoose(id);
      }}
    />
  );
}
