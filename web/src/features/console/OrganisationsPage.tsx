import { Button, Select } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { formatBytes, formatDate, formatNumber } from '@/shared/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { Page, Section } from '@/ui/Page';
import { SearchField } from '@/ui/SearchField';
import { Empty } from '@/ui/States';
import { Toolbar } from '@/ui/Toolbar';
import { organisationStates, type Tenant, useOrganisations } from './organisations';
import { SelfSignUpPanel } from './SelfSignUpPanel';
import { SignUpPanel } from './SignUpPanel';
import { StateTag } from './StateTag';

/** Everyone the operator has signed up. */
export function OrganisationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { filter, narrow } = useFilter('q', 'state');
  const { q = '' } = filter;
  const state = organisationStates.find((known) => known === filter.state);
  const [signingUp, setSigningUp] = useState(false);
  const pages = useOrganisations(q, state);
  const [offering, setOffering] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setSigningUp(true)}>
      {t('organisations.add')}
    </Button>
  );

  return (
    <Page
      title={t('rail.organisations')}
      description={t('organisations.description')}
      actions={
        <>
          <Button variant="default" onClick={() => setOffering(true)}>
            {t('selfSignUp.title')}
          </Button>
          {add}
        </>
      }
    >
      <Section flush>
        <Toolbar>
          <SearchField
            label={t('organisations.search')}
            value={q}
            onSearch={(query) => narrow({ q: query })}
          />
          <Select
            aria-label={t('organisations.state')}
            placeholder={t('organisations.state.all')}
            clearable
            value={state ?? null}
            onChange={(value) => narrow({ state: value })}
            data={organisationStates.map((value) => ({
              value,
              label: t(`organisations.state.${value}`),
            }))}
          />
        </Toolbar>
        <DataTable
          label={t('rail.organisations')}
          pages={pages}
          columns={useColumns()}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          open={({ id }) => void navigate({ to: '/console/organisations/$id', params: { id } })}
          address={({ id }) => `/console/organisations/${id}`}
          empty={
            q || state ? (
              <Empty title={t('ui.nothingFound')}>{t('ui.nothingFound.why')}</Empty>
            ) : (
              <Empty icon={IconBuildingCommunity} title={t('organisations.none')} action={add}>
                {t('organisations.none.why')}
              </Empty>
            )
          }
        />
      </Section>
      <SelfSignUpPanel opened={offering} onClose={() => setOffering(false)} />
      <SignUpPanel opened={signingUp} onClose={() => setSigningUp(false)} />
    </Page>
  );
}

function useColumns(): Column<Tenant>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return [
    { key: 'name', header: t('organisations.name'), cell: ({ name }) => <strong>{name}</strong> },
    {
      key: 'shortName',
      header: t('organisations.shortName'),
      show: 'wide',
      cell: (o) => o.shortName,
    },
    {
      key: 'state',
      header: t('organisations.state'),
      cell: ({ state }) => <StateTag state={state} />,
    },
    {
      key: 'people',
      header: t('organisations.people'),
      align: 'end',
      show: 'wide',
      cell: ({ plan }) => formatNumber(plan.people, language),
    },
    {
      key: 'storage',
      header: t('organisations.storage'),
      align: 'end',
      show: 'wide',
      cell: ({ plan }) => formatBytes(plan.storageBytes, language),
    },
    {
      key: 'since',
      header: t('organisations.since'),
      align: 'end',
      show: 'wide',
      cell: ({ createdAt }) => formatDate(createdAt, language),
    },
  ];
}
