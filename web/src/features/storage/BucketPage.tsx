import { Button, Switch } from '@mantine/core';
import { IconCloudUpload, IconFile, IconFolder } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { formatBytes, formatMoment } from '@/shared/format';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { DropArea } from '@/ui/DropArea';
import { Page, Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Empty } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { Toolbar } from '@/ui/Toolbar';
import { BucketActions } from './BucketActions';
import { BucketLimits } from './BucketLimits';
import classes from './BucketPage.module.css';

import { ItemActions } from './ItemActions';
import { PrefixTrail } from './PrefixTrail';
import {
  bucketsQuery,
  deleteObject,
  type Item,
  objectAddress,
  objectsKey,
  useItems,
} from './storage';
import { UploadButton } from './UploadButton';
import { UploadList } from './UploadList';
import { useUploads } from './uploads';
import { VersionTable } from './VersionTable';

/** The objects of a bucket, folder by folder. */
export function BucketPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const { bucket = '' } = useParams({ strict: false });
  const { filter, narrow, enter, addressOf } = useFilter('prefix', 'versions');
  const prefix = filter.prefix ?? '';
  const { data: buckets = [] } = useQuery(bucketsQuery(org));
  const versioning = buckets.find(({ name }) => name === bucket)?.versioning ?? 'NEVER';
  const settingsPage: string = `${pagesOf(org)}/storage/buckets/${bucket}/settings`;
  const hasVersions = versioning !== 'NEVER';
  const withVersions = hasVersions && filter.versions === 'all';
  const pages = useItems(org, bucket, prefix);
  const mayWrite = useMay('storage.write');
  const queries = useQueryClient();
  const refresh = useCallback(
    () => void queries.invalidateQueries({ queryKey: objectsKey(org, bucket) }),
    [queries, org, bucket],
  );
  const { uploads, add, clear } = useUploads(org, bucket, refresh);
  const { hidden, remove } = useRemoval(org, bucket, refresh);
  const columns = useColumns(prefix, (key) => objectAddress(org, bucket, key), mayWrite && remove);
  const address = ({ kind, key }: Item) =>
    kind === 'folder' ? addressOf({ prefix: key }) : objectAddress(org, bucket, key);
  const open = (item: Item) => {
    if (item.kind === 'folder') enter({ prefix: item.key });
    else window.location.assign(address(item));
  };

  return (
    <Page
      title={bucket}
      width="full"
      trail={<PrefixTrail bucket={bucket} prefix={prefix} onOpen={(to) => enter({ prefix: to })} />}
      actions={
        <>
          <BucketActions bucket={bucket} />
          <BucketLimits bucket={bucket} />
          <Button component={Link} to={settingsPage} variant="default">
            {t('bucketSettings.open')}
          </Button>
          {mayWrite && <UploadButton onChosen={(files) => void add(files, prefix)} />}
        </>
      }
    >
      <Stack gap={6}>
        <UploadList uploads={uploads} onClear={clear} />
        <DropArea disabled={!mayWrite} onDropped={(files) => void add(files, prefix)}>
          <Section flush>
            {hasVersions && (
              <Toolbar>
                <Switch
                  label={t('versions.show')}
                  checked={withVersions}
                  onChange={({ currentTarget }) =>
                    narrow({ versions: currentTarget.checked ? 'all' : null })
                  }
                />
              </Toolbar>
            )}
            {withVersions ? (
              <VersionTable
                org={org}
                bucket={bucket}
                prefix={prefix}
                onOpen={(to) => enter({ prefix: to })}
                addressOf={(to) => addressOf({ prefix: to })}
              />
            ) : (
              <DataTable
                label={bucket}
                pages={{ ...pages, rows: pages.rows.filter(({ key }) => !hidden.has(key)) }}
                columns={columns}
                rowKey={({ key }) => key}
                open={open}
                address={address}
                empty={
                  <Empty icon={IconCloudUpload} title={t('objects.empty')}>
                    {mayWrite && t('objects.empty.why')}
                  </Empty>
                }
              />
            )}
          </Section>
        </DropArea>
      </Stack>
    </Page>
  );
}

/** A deleted object is gone for good: so it is deleted only once the time to undo has passed. */
function useRemoval(org: string, bucket: string, refresh: () => void) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const remove = (key: string) => {
    const show = () => setHidden((now) => new Set([...now].filter((other) => other !== key)));
    setHidden((now) => new Set([...now, key]));
    toasts.doLater(
      t('objects.deleted', { key }),
      () => deleteObject(org, bucket, key).then(refresh),
      show,
    );
  };
  return { hidden, remove };
}

function useColumns(
  prefix: string,
  address: (key: string) => string,
  remove: false | ((key: string) => void),
): Column<Item>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return [
    {
      key: 'key',
      header: t('objects.name'),
      cell: (item) => (
        <span className={classes.name}>
          {item.kind === 'folder' ? (
            <IconFolder size={18} stroke={1.6} aria-hidden />
          ) : (
            <IconFile size={18} stroke={1.6} aria-hidden />
          )}
          <span>
            {item.key.slice(prefix.length) || item.key}
            {item.kind === 'object' && (
              <span className={classes.size}>{formatBytes(item.size, language)}</span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: 'size',
      header: t('objects.size'),
      align: 'end',
      width: '8rem',
      show: 'wide',
      cell: (item) => (item.kind === 'object' ? formatBytes(item.size, language) : ''),
    },
    {
      key: 'modified',
      header: t('objects.modified'),
      align: 'end',
      width: '14rem',
      show: 'wide',
      cell: (item) => (item.kind === 'object' ? formatMoment(item.modifiedAt, language) : ''),
    },
    {
      key: 'actions',
      header: t('objects.actions'),
      align: 'end',
      width: '6rem',
      cell: (item) =>
        item.kind === 'object' && (
          <ItemActions objectKey={item.key} address={address(item.key)} remove={remove} />
        ),
    },
  ];
}
