import { ActionIcon } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ItemActions.module.css';

type Props = { objectKey: string; address: string; remove: false | ((key: string) => void) };

/** What can be done with one object; a click here does not open the row. */
export function ItemActions({ objectKey, address, remove }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.actions}>
      <ActionIcon
        component="a"
        href={address}
        download
        variant="subtle"
        aria-label={t('objects.download', { key: objectKey })}
        onClick={(event) => event.stopPropagation()}
      >
        <IconDownload size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      {remove && (
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('objects.delete', { key: objectKey })}
          onClick={(event) => {
            event.stopPropagation();
            remove(objectKey);
          }}
        >
          <IconTrash size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
