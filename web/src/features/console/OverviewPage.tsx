import { SegmentedControl } from '@mantine/core';
import { IconChartLine, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatBytes, formatDate, formatNumber } from '@/shared/format';
import { Facts } from '@/ui/Facts';
import { LineChart } from '@/ui/LineChart';
import { Line, Lines } from '@/ui/Lines';
import { Meter } from '@/ui/Meter';
import { Page, Section } from '@/ui/Page';
import { Columns, Stack } from '@/ui/Stack';
import { Stat, Stats } from '@/ui/Stat';
import { Asked, Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { DamagesSection } from './DamagesSection';
import { type Machine, type Overview, overviewQuery } from './overview';

/** What an operator looks at every morning: figures only, never anybody's content. */
export function OverviewPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('rail.overview')} description={t('overview.description')}>
      <Asked question={useQuery(overviewQuery)}>
        {(overview) => (
          <>
            <Figures overview={overview} />
            <Growth growth={overview.growth} />
            <MachineState machine={overview.machine} />
            <DamagesSection />
            <Errors errors={overview.errors} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation();
  const { trial, active, suspended, closing } = overview.organisations;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <Stats>
      <Stat
        label={t('rail.organisations')}
        value={number(trial + active)}
        detail={t('overview.states', { trial, suspended, closing })}
      />
      <Stat label={t('overview.people')} value={number(overview.used.people)} />
      <Stat
        label={t('overview.storage')}
        value={formatBytes(overview.used.storageBytes, i18n.language)}
      />
    </Stats>
  );
}

const figures = ['storageBytes', 'people'] as const;

function Growth({ growth }: { growth: Overview['growth'] }) {
  const { t, i18n } = useTranslation();
  const [figure, setFigure] = useState<(typeof figures)[number]>('storageBytes');
  const format = (value: number) =>
    figure === 'people' ? formatNumber(value, i18n.language) : formatBytes(value, i18n.language);
  return (
    <Section
      title={t('overview.growth')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('overview.growth')}
          value={figure}
          onChange={setFigure}
          data={figures.map((value) => ({ value, label: t(`overview.growth.${value}`) }))}
        />
      }
    >
      {growth.length < 2 ? (
        <Empty icon={IconChartLine} title={t('overview.growth.none')}>
          {t('overview.growth.none.why')}
        </Empty>
      ) : (
        <LineChart
          label={t(`overview.growth.${figure}`)}
          format={format}
          points={growth.map((day) => ({
            label: formatDate(day.day, i18n.language),
            value: day[figure],
          }))}
        />
      )}
    </Section>
  );
}

function MachineState({ machine }: { machine: Machine }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const bytes = (value: number) => formatBytes(value, language);
  const of = (used: number, all: number) =>
    t('overview.of', { used: bytes(used), all: bytes(all) });
  const diskUsed = machine.diskTotalBytes - machine.diskFreeBytes;
  return (
    <Section title={t('overview.machine')}>
      <Stack gap={6}>
        <Columns>
          <Meter
            label={t('overview.disk')}
            share={diskUsed / machine.diskTotalBytes}
            detail={of(diskUsed, machine.diskTotalBytes)}
          />
          <Meter
            label={t('overview.memory')}
            share={machine.heapUsedBytes / machine.heapMaxBytes}
            detail={of(machine.heapUsedBytes, machine.heapMaxBytes)}
          />
          <Meter
            label={t('overview.connections')}
            share={machine.connections / machine.connectionsMax}
            detail={`${machine.connections} / ${machine.connectionsMax}`}
          />
        </Columns>
        <Facts
          facts={[
            { label: t('overview.database'), value: bytes(machine.databaseBytes) },
            {
              label: t('overview.since'),
              value: formatAgo(machine.startedAt, language, Date.now()),
            },
            {
              label: t('overview.versions'),
              value: `Dure ${machine.dureVersion} · Java ${machine.javaVersion} · PostgreSQL ${machine.postgresVersion}`,
            },
          ]}
        />
      </Stack>
    </Section>
  );
}

function Errors({ errors }: { errors: Overview['errors'] }) {
  const { t, i18n } = useTranslation();
  return (
    <Section title={t('overview.errors')} flush={errors.length > 0}>
      {errors.length === 0 ? (
        <Empty icon={IconCircleCheck} title={t('overview.errors.none')} />
      ) : (
        <Lines>
          {errors.map((error) => (
            <Line
              key={`${error.at}${error.text}`}
              title={error.text}
              tag={<Tag tone={error.level === 'ERROR' ? 'bad' : 'warn'}>{error.level}</Tag>}
              detail={[
                formatAgo(error.at, i18n.language, Date.now()),
                error.source,
                error.exception,
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}
