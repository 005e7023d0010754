import { Button, Select } from '@mantine/core';
import { IconChartHistogram, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { formatMonth } from '@/shared/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { Toolbar } from '@/ui/Toolbar';
import {
  inOrder,
  months,
  orders,
  type TenantUsage,
  tenantUsageFile,
  tenantUsageQuery,
} from './tenantUsage';
import { UsageTotals } from './UsageTotals';
import { sum } from './usage';
import { useUsedColumns, whole } from './useUsedColumns';

/** Two years can be chosen; older ones by their address. */
const choices = 24;

/** What all organisations used in a month, for their operator: figures only. */
export function TenantUsagePage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { filter, narrow } = useFilter('month', 'order');
  const known = months(new Date(), choices);
  const month = filter.month ?? known[0] ?? '';
  const order = orders.find((one) => one === filter.order) ?? 'stored';
  const columns: Column<TenantUsage>[] = [
    {
      key: 'name',
      header: t('organisations.name'),
      cell: ({ name }) => <strong>{name}</strong>,
    },
    ...useUsedColumns<TenantUsage>(({ used }) => used),
  ];

  return (
    <Page
      title={t('rail.usage')}
      description={t('tenantUsage.description')}
      width="full"
      actions={
        <Button
          component="a"
          href={tenantUsageFile(month)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('usage.export')}
        </Button>
      }
    >
      <Asked question={useQuery(tenantUsageQuery(month))}>
        {({ items }) => (
          <>
            <UsageTotals used={sum(items.map(({ used }) => used))} />
            <Section flush>
              <Toolbar>
                <Select
                  aria-label={t('tenantUsage.month')}
                  allowDeselect={false}
                  value={month}
                  onChange={(value) => narrow({ month: value })}
                  data={[...new Set([month, ...known])].map((value) => ({
                    value,
                    label: formatMonth(value, i18n.language),
                  }))}
                />
                <Select
                  aria-label={t('tenantUsage.order')}
                  allowDeselect={false}
                  value={order}
                  onChange={(value) => narrow({ order: value })}
                  data={orders.map((value) => ({ value, label: t(`tenantUsage.order.${value}`) }))}
                />
              </Toolbar>
              <DataTable
                label={t('rail.usage')}
                pages={whole(inOrder(items, order, i18n.language))}
                columns={columns}
                rowKey={({ id }) => id}
                rowLabel={({ name }) => name}
                open={({ id }) =>
                  void navigate({ to: '/console/organisations/$id', params: { id } })
                }
                address={({ id }) => `/console/organisations/${id}`}
                empty={
                  <Empty icon={IconChartHistogram} title={t('organisations.none')}>
                    {t('organisations.none.why')}
                  </Empty>
                }
              />
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}
