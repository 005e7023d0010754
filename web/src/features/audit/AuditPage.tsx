import { Button, Select, TextInput } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { formatMoment } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { type Column, DataTable } from '@/ui/DataTable';
import { Facts } from '@/ui/Facts';
import { Page, Section } from '@/ui/Page';
import { PersonSelect } from '@/ui/PersonSelect';
import { SidePanel } from '@/ui/SidePanel';
import { Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { Toolbar } from '@/ui/Toolbar';
import { actText } from './actText';
import { type Entry, exportAddress, useAudit } from './audit';

/** The parts of Dure whose acts are kept; an action is named `part.verb`. */
const parts = [
  'people',
  'departments',
  'identity',
  'authority',
  'organisation',
  'storage',
  'support',
] as const;

/** Who did what, and when. */
export function AuditPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const { filter, narrow } = useFilter('action', 'actor', 'from', 'to');
  const pages = useAudit(org, filter);
  const [open, setOpen] = useState<Entry>();
  const actor = filter.actor
    ? {
        id: filter.actor,
        name: pages.rows.find((entry) => entry.actor === filter.actor)?.actorName ?? '',
      }
    : undefined;

  return (
    <Page
      title={t('rail.audit')}
      description={t('audit.description')}
      actions={
        <Button
          component="a"
          href={exportAddress(org, filter)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('audit.export')}
        </Button>
      }
    >
      <Section flush>
        <Toolbar>
          <Select
            aria-label={t('audit.part')}
            placeholder={t('audit.part.all')}
            clearable
            value={filter.action?.replace(/\.$/, '') ?? null}
            onChange={(part) => narrow({ action: part ? `${part}.` : null })}
            data={parts.map((value) => ({ value, label: t(`audit.part.${value}`) }))}
          />
          <PersonSelect
            label={t('audit.actor')}
            placeholder={t('audit.actor.all')}
            chosen={actor}
            onChoose={(id) => narrow({ actor: id })}
          />
          <TextInput
            type="date"
            aria-label={t('audit.from')}
            value={filter.from ?? ''}
            onChange={({ currentTarget }) => narrow({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label={t('audit.to')}
            value={filter.to ?? ''}
            onChange={({ currentTarget }) => narrow({ to: currentTarget.value })}
          />
        </Toolbar>
        <DataTable
          label={t('rail.audit')}
          pages={pages}
          columns={useColumns()}
          rowKey={({ id }) => id}
          open={setOpen}
          empty={
            <Empty icon={IconShieldCheck} title={t('audit.none')}>
              {t('audit.none.why')}
            </Empty>
          }
        />
      </Section>
      <SidePanel
        title={open ? actText(open.action, t) : ''}
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open && <EntryFacts entry={open} />}
      </SidePanel>
    </Page>
  );
}

function useActor(): (entry: Entry) => string {
  const { t } = useTranslation();
  return ({ actorName, actorKind, actor }) =>
    actorName ?? (actorKind === 'PERSON' ? (actor ?? '') : t(`audit.actor.${actorKind}`));
}

function useColumns(): Column<Entry>[] {
  const { t, i18n } = useTranslation();
  const actorOf = useActor();
  return [
    {
      key: 'at',
      header: t('audit.at'),
      width: '190px',
      cell: ({ at }) => formatMoment(at, i18n.language),
    },
    { key: 'actor', header: t('audit.actor'), cell: actorOf },
    {
      key: 'action',
      header: t('audit.action'),
      cell: ({ action }) => <Tag>{actText(action, t)}</Tag>,
    },
    { key: 'subject', header: t('audit.subject'), show: 'wide', cell: (entry) => summary(entry) },
    { key: 'address', header: t('audit.address'), show: 'wide', cell: ({ address }) => address },
  ];
}

function summary({ subject, subjectName, detail }: Entry): string {
  return subjectName ?? detail.name ?? detail.login ?? subject;
}

function EntryFacts({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const actorOf = useActor();
  return (
    <Facts
      facts={[
        { label: t('audit.at'), value: formatMoment(entry.at, i18n.language) },
        { label: t('audit.actor'), value: actorOf(entry) },
        { label: t('audit.act'), value: <code>{entry.action}</code> },
        { label: t('audit.address'), value: entry.address },
        { label: t('audit.subject'), value: entry.subjectName ?? <code>{entry.subject}</code> },
        ...Object.entries(entry.detail).map(([label, value]) => ({ label, value })),
      ]}
    />
  );
}
