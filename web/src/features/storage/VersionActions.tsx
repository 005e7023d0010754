import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconDownload, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ItemActions.module.css';
import type { VersionActs } from './useVersionActs';
import type { Version } from './versions';

type Props = {
  version: Version;
  id: string;
  address: string;
  /** Left out for those who may only read. */
  acts: VersionActs | undefined;
};

/** Reads a version, brings it back, or deletes it for good. */
export function VersionActions({ version, id, address, acts }: Props) {
  const { t } = useTranslation();
  const { key, latest, deleted, locked } = version;
  return (
    <div className={classes.actions}>
      {!deleted && (
        <ActionIcon
          component="a"
          href={address}
          download
          variant="subtle"
          aria-label={t('objects.download', { key })}
        >
          <IconDownload size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      {acts && deleted && latest && (
        <Act label={t('versions.undelete', { key })} onClick={() => void acts.undelete(version)}>
          <IconArrowBackUp size={18} stroke={1.6} aria-hidden />
        </Act>
      )}
      {acts && !deleted && !latest && (
        <Act label={t('versions.restore', { key })} onClick={() => void acts.restore(version)}>
          <IconArrowBackUp size={18} stroke={1.6} aria-hidden />
        </Act>
      )}
      {acts && !locked && !(deleted && latest) && (
        <Act danger label={t('versions.remove', { key })} onClick={() => acts.remove(version, id)}>
          <IconTrash size={18} stroke={1.6} aria-hidden />
        </Act>
      )}
    </div>
  );
}

type ActProps = { label: string; danger?: boolean; onClick: () => void; children: ReactNode };

function Act({ label, danger, onClick, children }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={danger ? 'red' : undefined}
        aria-label={label}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
