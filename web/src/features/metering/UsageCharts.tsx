import { useTranslation } from 'react-i18next';
import { ColumnChart } from '@/ui/ColumnChart';
import { LineChart } from '@/ui/LineChart';
import { Section } from '@/ui/Page';
import type { Usage } from './usage';
import { useAmounts } from './useAmounts';

/** What was used over time. The numbers stand in a table below. */
export function UsageCharts({ usage: { by, intervals, storedUntil } }: { usage: Usage }) {
  const { t } = useTranslation();
  const { count, bytes, time } = useAmounts();
  const columns = (values: (index: number) => number[]) =>
    intervals.map(({ at }, index) => ({ label: time(at, by), values: values(index) }));
  return (
    <>
      <Section title={t('usage.storedBytes')} description={t('usage.storedBytes.what')}>
        <LineChart
          label={t('usage.storedBytes')}
          format={bytes}
          tabled
          points={intervals
            .filter(({ at }) => at < storedUntil)
            .map(({ at, storedBytes }) => ({ label: time(at, by), value: storedBytes }))}
        />
      </Section>
      <Section title={t('usage.requests')} description={t('usage.requests.what')}>
        <ColumnChart
          label={t('usage.requests')}
          base={10}
          format={count}
          parts={[t('usage.writes'), t('usage.reads'), t('usage.deletes')]}
          columns={columns((index) => {
            const used = intervals[index]?.used;
            return used ? [used.writes, used.reads, used.deletes] : [];
          })}
        />
      </Section>
      <Section title={t('usage.traffic')} description={t('usage.traffic.what')}>
        <ColumnChart
          label={t('usage.traffic')}
          base={2}
          format={bytes}
          parts={[t('usage.in'), t('usage.out')]}
          columns={columns((index) => {
            const used = intervals[index]?.used;
            return used ? [used.bytesIn, used.bytesOut] : [];
          })}
        />
      </Section>
    </>
  );
}
