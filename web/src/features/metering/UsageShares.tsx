import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { type Column, DataTable } from '@/ui/DataTable';
import { Section } from '@/ui/Page';
import { Empty } from '@/ui/States';
import { type Group, groups, keyNamesQuery, type Share } from './usage';
import { useUsedColumns, whole } from './useUsedColumns';

type Props = { shares: Share[]; group: Group; onGroup: (group: Group) => void };

/** Which buckets, or keys, used how much. */
export function UsageShares({ shares, group, onGroup }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames(group);
  const columns: Column<Share>[] = [
    {
      key: 'name',
      header: t(`usage.group.${group}`),
      cell: (share) => <strong>{nameOf(share)}</strong>,
    },
    ...useUsedColumns<Share>(({ used }) => used).filter(
      ({ key }) => group === 'BUCKET' || key !== 'stored',
    ),
  ];
  return (
    <Section
      flush
      title={t('usage.shares')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('usage.shares')}
          value={group}
          onChange={onGroup}
          data={groups.map((value) => ({ value, label: t(`usage.by.${value}`) }))}
        />
      }
    >
      <DataTable
        label={t('usage.shares')}
        pages={whole(shares)}
        columns={columns}
        rowKey={({ name }) => name}
        empty={<Empty title={t('usage.none')} />}
      />
    </Section>
  );
}

function useNames(group: Group): (share: Share) => string {
  const { t } = useTranslation();
  const { data: keys } = useQuery({ ...keyNamesQuery(useOrg()), enabled: group === 'KEY' });
  return ({ name }) => {
    if (group === 'BUCKET') return name || t('usage.noBucket');
    if (name === 'web') return t('usage.web');
    return keys?.get(name) ?? (name || t('usage.unsigned'));
  };
}
