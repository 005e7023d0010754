import { Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { operatorName, useOrg } from '@/shared/place';
import { type Column, DataTable } from '@/ui/DataTable';
import { Section } from '@/ui/Page';
import { SearchField } from '@/ui/SearchField';
import { Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { Toolbar } from '@/ui/Toolbar';
import { optionsOf, useDepartments } from './departments';
import { adminPeopleOf, type Listing, type PersonState, personStates, usePeople } from './people';
import { useListingColumns } from './useListingColumns';

/** People with the state of their accounts, each leading to where they are looked after. */
export function AdminPeopleList({ label }: { label: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const navigate = useNavigate();
  const { filter, narrow } = useFilter('q', 'department', 'state');
  const { q, department } = filter;
  const state = personStates.find((known) => known === filter.state);
  const departments = useDepartments(org);
  const addressOf = ({ id }: Listing) => `${adminPeopleOf(org)}/${id}`;
  return (
    <Section flush>
      <Toolbar>
        <SearchField
          label={t(org === operatorName ? 'operators.search' : 'directory.search')}
          value={q ?? ''}
          onSearch={(query) => narrow({ q: query })}
        />
        {org !== operatorName && (
          <Select
            aria-label={t('people.department')}
            placeholder={t('directory.everyone')}
            clearable
            searchable
            value={department ?? null}
            onChange={(value) => narrow({ department: value })}
            data={optionsOf(departments.data ?? [])}
          />
        )}
        <Select
          aria-label={t('people.state')}
          placeholder={t('people.state.present')}
          clearable
          value={state ?? null}
          onChange={(value) => narrow({ state: value })}
          data={personStates.map((value) => ({ value, label: t(`people.state.${value}`) }))}
        />
      </Toolbar>
      <DataTable
        label={label}
        pages={usePeople(org, { q, department, state })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        open={(person) => void navigate({ to: addressOf(person) })}
        address={addressOf}
        empty={
          <Empty icon={IconUsers} title={t('directory.none')}>
            {t('directory.none.why')}
          </Empty>
        }
      />
    </Section>
  );
}

const tones: Record<PersonState, 'good' | 'accent' | 'warn'> = {
  ACTIVE: 'good',
  INVITED: 'accent',
  INACTIVE: 'warn',
};

/** What the operator's staff, who have no departments, do not need. */
const ofOrganisations: readonly string[] = ['department', 'number', 'mobile'];

function useColumns(): Column<Listing>[] {
  const { t } = useTranslation();
  const org = useOrg();
  const columns = useListingColumns().filter(({ key }) => key !== 'duty' && key !== 'extension');
  const state: Column<Listing> = {
    key: 'state',
    header: t('people.state'),
    cell: (person) => (
      <Tag tone={tones[person.state]} dot>
        {t(`people.state.${person.state}`)}
      </Tag>
    ),
  };
  const number: Column<Listing> = {
    key: 'number',
    header: t('people.employeeNumber'),
    show: 'wide',
    cell: ({ employeeNumber }) => employeeNumber,
  };
  const [name, department, ...others] = columns;
  return [name, department, number, ...others, state]
    .filter((column) => column !== undefined)
    .filter(({ key }) => org !== operatorName || !ofOrganisations.includes(key));
}
