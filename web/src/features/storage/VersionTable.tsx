import { IconFile, IconFolder, IconHistory, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatMoment } from '@/shared/format';
import { useMay } from '@/shared/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import classes from './BucketPage.module.css';
import { objectAddress } from './storage';
import { useVersionActs } from './useVersionActs';
import { VersionActions } from './VersionActions';
import { useVersions, type VersionItem } from './versions';

type Props = {
  org: string;
  bucket: string;
  prefix: string;
  onOpen: (prefix: string) => void;
  addressOf: (prefix: string) => string;
};

/** What a folder holds, with everything that was overwritten or deleted in it. */
export function VersionTable({ org, bucket, prefix, onOpen, addressOf }: Props) {
  const { t } = useTranslation();
  const pages = useVersions(org, bucket, prefix);
  const acts = useVersionActs(org, bucket);
  const rows = pages.rows.filter((item) => !acts.hidden.has(idOf(item)));
  const address = (item: VersionItem) =>
    item.kind === 'folder'
      ? addressOf(item.key)
      : objectAddress(org, bucket, item.key, item.version);
  const open = (item: VersionItem) => {
    if (item.kind === 'folder') onOpen(item.key);
    else if (!item.deleted) window.location.assign(address(item));
  };
  const mayWrite = useMay('storage.write');
  return (
    <DataTable
      label={t('versions.title', { bucket })}
      pages={{ ...pages, rows }}
      columns={[
        ...useColumns(prefix),
        {
          key: 'actions',
          header: t('objects.actions'),
          align: 'end',
          width: '8rem',
          cell: (item) =>
            item.kind === 'version' && (
              <VersionActions
                version={item}
                address={address(item)}
                acts={mayWrite ? acts : undefined}
                id={idOf(item)}
              />
            ),
        },
      ]}
      rowKey={idOf}
      rowLabel={({ key }) => key}
      open={open}
      address={address}
      empty={
        <Empty icon={IconHistory} title={t('objects.empty')}>
          {t('versions.empty.why')}
        </Empty>
      }
    />
  );
}

function idOf(item: VersionItem): string {
  return item.kind === 'folder' ? item.key : `${item.version} ${item.key}`;
}

function useColumns(prefix: string): Column<VersionItem>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return [
    {
      key: 'key',
      header: t('objects.name'),
      cell: (item) => <Name item={item} prefix={prefix} />,
    },
    {
      key: 'size',
      header: t('objects.size'),
      align: 'end',
      width: '8rem',
      show: 'wide',
      cell: (item) =>
        item.kind === 'version' && !item.deleted ? formatBytes(item.size, language) : '',
    },
    {
      key: 'modified',
      header: t('versions.at'),
      align: 'end',
      width: '14rem',
      show: 'wide',
      cell: (item) => (item.kind === 'version' ? formatMoment(item.modifiedAt, language) : ''),
    },
  ];
}

function Name({ item, prefix }: { item: VersionItem; prefix: string }) {
  const { i18n } = useTranslation();
  const name = item.key.slice(prefix.length) || item.key;
  if (item.kind === 'folder') {
    return (
      <span className={classes.name}>
        <IconFolder size={18} stroke={1.6} aria-hidden />
        <span>{name}</span>
      </span>
    );
  }
  const Icon = item.deleted ? IconTrash : item.latest ? IconFile : IconHistory;
  return (
    <span className={classes.name} data-older={item.latest ? undefined : ''}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span>
        {name} <Tags version={item} />
        <span className={classes.size}>
          {!item.deleted && `${formatBytes(item.size, i18n.language)} · `}
          {formatMoment(item.modifiedAt, i18n.language)}
        </span>
      </span>
    </span>
  );
}

function Tags({ version }: { version: Extract<VersionItem, { kind: 'version' }> }) {
  const { t, i18n } = useTranslation();
  const { latest, deleted, locked, lockedUntil } = version;
  return (
    <>
      {deleted ? (
        <Tag tone="warn">{t('versions.deleted')}</Tag>
      ) : (
        !latest && <Tag>{t('versions.older')}</Tag>
      )}
      {locked && (
        <Tag tone="accent">
          {lockedUntil
            ? t('versions.lockedUntil', { at: formatMoment(lockedUntil, i18n.language) })
            : t('versions.locked')}
        </Tag>
      )}
    </>
  );
}
