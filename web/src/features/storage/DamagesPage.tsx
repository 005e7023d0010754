import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatMoment, formatNumber } from '@/shared/format';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { Notice } from '@/ui/Notice';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import classes from './BucketPage.module.css';
import { DamageActions } from './DamageActions';
import { type Damage, useDamages } from './damages';
import { browserAddress, deleteObject, storageQuery } from './storage';

/** Objects that a disk did not give back as they were stored, and what can be done about each. */
export function DamagesPage() {
  const { t } = useTranslation();
  const buckets: string = `${pagesOf(useOrg())}/storage/buckets`;
  return (
    <Page
      title={t('damages.title')}
      description={t('damages.description')}
      trail={<Link to={buckets}>{t('buckets.title')}</Link>}
    >
      {useMay('storage.read') ? <Damages /> : <HowMany />}
    </Page>
  );
}

/** For those who manage the storage, and do not look into it. */
function HowMany() {
  const { t, i18n } = useTranslation();
  return (
    <Asked question={useQuery(storageQuery(useOrg()))} rows={1}>
      {({ damaged }) =>
        damaged === 0 ? (
          <Section>
            <Nothing />
          </Section>
        ) : (
          <Notice
            tone="warn"
            title={t('damages.some', {
              count: damaged,
              objects: formatNumber(damaged, i18n.language),
            })}
          >
            {t('damages.unnamed')}
          </Notice>
        )
      }
    </Asked>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <Empty icon={IconCircleCheck} title={t('damages.none')}>
      {t('damages.none.why')}
    </Empty>
  );
}

const idOf = ({ bucket, key, version }: Damage) => JSON.stringify([bucket, key, version]);

function Damages() {
  const { t } = useTranslation();
  const org = useOrg();
  const navigate = useNavigate();
  const pages = useDamages(org);
  const { hidden, remove } = useRemoval(org);
  const addressOf = ({ bucket, key }: Damage) => browserAddress(org, bucket, key);
  return (
    <Section flush>
      <DataTable
        label={t('damages.title')}
        pages={{ ...pages, rows: pages.rows.filter((row) => !hidden.has(idOf(row))) }}
        columns={useColumns(remove)}
        rowKey={idOf}
        rowLabel={({ key }) => key}
        open={(row) => void navigate({ to: addressOf(row) })}
        address={addressOf}
        empty={<Nothing />}
      />
    </Section>
  );
}

/** What is deleted here does not come back: so it goes only once the time to undo has passed. */
function useRemoval(org: string) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const remove = (damage: Damage) => {
    const id = idOf(damage);
    setHidden((now) => new Set([...now, id]));
    toasts.doLater(
      t('objects.deleted', { key: damage.key }),
      async () => {
        await deleteObject(org, damage.bucket, damage.key, damage.version ?? undefined);
        await queries.invalidateQueries({ queryKey: [org, 'storage'] });
      },
      () => setHidden((now) => new Set([...now].filter((other) => other !== id))),
    );
  };
  return { hidden, remove };
}

function useColumns(remove: (damage: Damage) => void): Column<Damage>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const mayWrite = useMay('storage.write');
  return [
    {
      key: 'key',
      header: t('objects.name'),
      cell: ({ bucket, key, latest, size }) => (
        <span className={classes.words}>
          {key} {!latest && <Tag>{t('versions.older')}</Tag>}
          <span className={classes.below}>
            {bucket} · {formatBytes(size, language)}
          </span>
        </span>
      ),
    },
    {
      key: 'found',
      header: t('damages.found'),
      align: 'end',
      width: '14rem',
      show: 'wide',
      cell: ({ foundAt }) => formatMoment(foundAt, language),
    },
    {
      key: 'actions',
      header: t('objects.actions'),
      align: 'end',
      width: '7rem',
      cell: (damage) => mayWrite && <DamageActions damage={damage} remove={remove} />,
    },
  ];
}
