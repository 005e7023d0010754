import { Button, Select } from '@mantine/core';
import { IconChartHistogram, IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { useOrg } from '@/shared/place';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { UsageCharts } from './UsageCharts';
import { UsageLevel } from './UsageLevel';
import { UsageNumbers } from './UsageNumbers';
import { UsageShares } from './UsageShares';
import { UsageTotals } from './UsageTotals';
import { groups, isNothing, periods, sum, type Usage, usageFile, usageQuery } from './usage';

/** What the organisation uses of its storage, for whoever manages it. */
export function UsagePage() {
  const { t } = useTranslation();
  const org = useOrg();
  const { filter, narrow } = useFilter('period', 'group');
  const period = periods.find((known) => known === filter.period) ?? 'month';
  const group = groups.find((known) => known === filter.group) ?? 'BUCKET';
  // While the other shares are asked for, the page stays as it is.
  const question = useQuery({
    ...usageQuery(org, period, group),
    placeholderData: keepPreviousData,
  });

  return (
    <Page
      title={t('usage.title')}
      description={t('usage.description')}
      actions={
        <>
          <Select
            aria-label={t('usage.period')}
            w={170}
            allowDeselect={false}
            value={period}
            onChange={(value) => narrow({ period: value })}
            data={periods.map((value) => ({ value, label: t(`usage.period.${value}`) }))}
          />
          <Button
            component="a"
            href={usageFile(org, period, group)}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('usage.export')}
          </Button>
        </>
      }
    >
      <UsageLevel />
      <Asked question={question}>
        {(usage) =>
          isUnused(usage) ? (
            <Section>
              <Empty icon={IconChartHistogram} title={t('usage.none')}>
                {t('usage.none.why')}
              </Empty>
            </Section>
          ) : (
            <>
              <UsageTotals used={sum(usage.intervals.map(({ used }) => used))} />
              <UsageCharts usage={usage} />
              <UsageShares
                shares={usage.shares}
                group={group}
                onGroup={(next) => narrow({ group: next })}
              />
              <UsageNumbers usage={usage} />
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function isUnused({ intervals }: Usage): boolean {
  return isNothing(sum(intervals.map(({ used }) => used)));
}
