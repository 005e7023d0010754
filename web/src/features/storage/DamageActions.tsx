import { ActionIcon, FileButton } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { chosenAnew } from '@/ui/chosenAnew';
import { useToasts } from '@/ui/Toasts';
import type { Damage } from './damages';
import classes from './ItemActions.module.css';
import { objectAddress } from './storage';
import { sendFile } from './uploads';

type Props = { damage: Damage; remove: (damage: Damage) => void };

/** Puts a whole file in the place of a damaged object, or deletes what is damaged. */
export function DamageActions({ damage, remove }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { bucket, key, latest } = damage;
  const replace = useMutation({
    mutationFn: (file: File) => sendFile(file, objectAddress(org, bucket, key)),
    onSuccess: async () => {
      toasts.say(t('damages.replaced', { key }));
      await queries.invalidateQueries({ queryKey: [org, 'storage'] });
    },
    onError: toasts.fail,
  });
  const replaceName = t('damages.replace', { key });
  return (
    <div className={classes.actions}>
      {latest && (
        <FileButton
          onChange={(file) => file && replace.mutate(file)}
          inputProps={{ ...chosenAnew, 'aria-label': replaceName }}
        >
          {(props) => (
            <ActionIcon {...props} aria-label={replaceName} loading={replace.isPending}>
              <IconUpload size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
        </FileButton>
      )}
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={t('objects.delete', { key })}
        onClick={() => remove(damage)}
      >
        <IconTrash size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
}
