import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/DataTable';
import { Section } from '@/ui/Page';
import { Empty } from '@/ui/States';
import type { Interval, Usage } from './usage';
import { useAmounts } from './useAmounts';
import { useUsedColumns, whole } from './useUsedColumns';

/** The numbers behind the charts, the latest first. */
export function UsageNumbers({ usage: { by, intervals } }: { usage: Usage }) {
  const { t } = useTranslation();
  const { time } = useAmounts();
  const [shown, setShown] = useState(false);
  const columns: Column<Interval>[] = [
    { key: 'at', header: t(`usage.interval.${by}`), cell: ({ at }) => time(at, by) },
    ...useUsedColumns<Interval>(({ used }) => used),
  ];
  return (
    <Section
      flush={shown}
      title={t('usage.numbers')}
      description={t('usage.numbers.what')}
      actions={
        <Button size="xs" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'usage.numbers.hide' : 'usage.numbers.show')}
        </Button>
      }
    >
      {shown && (
        <DataTable
          label={t('usage.numbers')}
          pages={whole(intervals.toReversed())}
          columns={columns}
          rowKey={({ at }) => at}
          empty={<Empty title={t('usage.none')} />}
        />
      )}
    </Section>
  );
}
