import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { foundQuery } from './people';

type Props = {
  label: string;
  name?: string;
  chosen?: { id: string; name: string };
  error?: string;
  onChoose: (id: string | null) => void;
};

/** Chooses one person by a part of the name, or its initial consonants. */
export function PersonSelect({ label, name, chosen, error, onChoose }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const [value, setValue] = useState(chosen?.id ?? null);
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text === chosen?.name ? '' : text, 180);
  const found = useQuery({ ...foundQuery(org, query), placeholderData: keepPreviousData });
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id,
    label: [person.name, person.post?.departmentName].filter(Boolean).join(' · '),
  }));
  const known = options.some((option) => option.value === chosen?.id);
  return (
    <Select
      label={label}
      name={name}
      error={error}
      searchable
      clearable
      data={chosen && !known ? [{ value: chosen.id, label: chosen.name }, ...options] : options}
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
