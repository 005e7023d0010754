import { Button, Select } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { operatorName, useOrg } from '@/shared/place';
import { type Column, DataTable } from '@/ui/DataTable';
import { Page, Section } from '@/ui/Page';
import { SearchField } from '@/ui/SearchField';
import { Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { Toolbar } from '@/ui/Toolbar';
import { optionsOf, useDepartments } from './departments';
import { NewPersonPanel } from './NewPersonPanel';
import { adminPeopleOf, type Listing, type PersonState, personStates, usePeople } from './people';
import { useListingColumns } from './useListingColumns';

/** The people of an organisation, for those who look after them. */
export function AdminPeoplePage() {
  const { t } = useTranslation();
  const org = useOrg();
  const navigate = useNavigate();
  const { filter, narrow } = useFilter('q', 'department', 'state');
  const { q, department } = filter;
  const state = personStates.find((known) => known === filter.state);
  const [adding, setAdding] = useState(false);
  const departments = useDepartments(org);
  const addressOf = ({ id }: Listing) => `${adminPeopleOf(org)}/${id}`;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  );

  return (
    <Page
      title={t(org === operatorName ? 'rail.operators' : 'people.title')}
      description={t('people.description')}
      actions={
        <>
          {org !== operatorName && (
            <Button component={Link} to={`/o/${org}/admin/import`} variant="default">
              {t('import.open')}
            </Button>
          )}
          {add}
        </>
      }
      width="full"
    >
      <Section flush>
        <Toolbar>
          <SearchField
            label={t('directory.search')}
            value={q ?? ''}
            onSearch={(query) => narrow({ q: query })}
          />
          <Select
            aria-label={t('people.department')}
            placeholder={t('directory.everyone')}
            clearable
            searchable
            value={department ?? null}
            onChange={(value) => narrow({ department: value })}
            data={optionsOf(departments.data ?? [])}
          />
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
          label={t('people.title')}
          pages={usePeople(org, { q, department, state })}
          columns={useAdminColumns()}
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
      <NewPersonPanel opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

const tones: Record<PersonState, 'good' | 'accent' | 'warn'> = {
  ACTIVE: 'good',
  INVITED: 'accent',
  INACTIVE: 'warn',
};

function useAdminColumns(): Column<Listing>[] {
  const { t } = useTranslation();
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
  return [name, department, number, ...others, state].flatMap((column) => (column ? [column] : []));
}
