import { Button } from '@mantine/core';
import { IconBucket, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatMoment, formatNumber } from '@/shared/format';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { Page, Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { DamageNotice } from './DamageNotice';
import { NewBucketPanel } from './NewBucketPanel';
import { StorageUse } from './StorageUse';
import { type Bucket, bucketsQuery, nearness } from './storage';

/** What the organisation rents, and the buckets in it. */
export function BucketsPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const buckets = useQuery(bucketsQuery(org));
  const columns = useColumns();
  const addressOf = ({ name }: Bucket) => `${pagesOf(org)}/storage/buckets/${name}`;
  const add = useMay('storage.manage') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('buckets.add')}
    </Button>
  );

  return (
    <Page title={t('buckets.title')} actions={add} width="full">
      <Stack gap={6}>
        <DamageNotice />
        <StorageUse />
        <Section flush>
          <DataTable
            label={t('buckets.title')}
            pages={{
              rows: buckets.data ?? [],
              isPending: buckets.isPending,
              error: buckets.error,
              hasMore: false,
              isLoadingMore: false,
              loadMore: () => {},
              retry: () => void buckets.refetch(),
            }}
            columns={columns}
            rowKey={({ name }) => name}
            open={(bucket) => void navigate({ to: addressOf(bucket) })}
            address={addressOf}
            empty={
              <Empty icon={IconBucket} title={t('buckets.empty')} action={add}>
                {t('buckets.empty.why')}
              </Empty>
            }
          />
        </Section>
      </Stack>
      <NewBucketPanel opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function useColumns(): Column<Bucket>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return [
    { key: 'name', header: t('buckets.name'), cell: ({ name }) => <strong>{name}</strong> },
    {
      key: 'objects',
      header: t('buckets.objects'),
      align: 'end',
      show: 'wide',
      cell: ({ objects }) => formatNumber(objects, language),
    },
    {
      key: 'bytes',
      header: t('buckets.bytes'),
      align: 'end',
      cell: (bucket) => {
        const size = formatBytes(bucket.bytes, language);
        const near = nearness(bucket);
        if (near === 'plain') return size;
        return (
          <>
            <Tag tone={near}>{t('buckets.near')}</Tag> {size}
          </>
        );
      },
    },
    {
      key: 'quota',
      header: t('buckets.quota'),
      align: 'end',
      show: 'wide',
      cell: ({ quotaBytes }) => (quotaBytes == null ? '—' : formatBytes(quotaBytes, language)),
    },
    {
      key: 'created',
      header: t('buckets.created'),
      align: 'end',
      show: 'wide',
      cell: ({ createdAt }) => formatMoment(createdAt, language),
    },
  ];
}
