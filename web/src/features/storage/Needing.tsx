import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session';
import { Notice } from '@/ui/Notice';
import { Stack } from '@/ui/Stack';
import classes from './BucketSettingsPage.module.css';

export type Right = 'storage.read' | 'storage.write';

/**
 * Who manages the storage lets others no further than they come themselves.
 *
 * @returns why they may not do what needs these rights, too; nothing if they may, or manage nothing anyway
 */
export function useLack(...rights: Right[]): string | undefined {
  const { t } = useTranslation();
  const mayManage = useMay('storage.manage');
  const may = { 'storage.read': useMay('storage.read'), 'storage.write': useMay('storage.write') };
  const lacking = rights.filter((right) => !may[right]);
  return mayManage && lacking.length > 0
    ? t('storage.needs', {
        rights: lacking.map((right) => t(`capability.${right}`)).join(', '),
      })
    : undefined;
}

type Props = { lack: string | undefined; children: ReactNode };

/** What cannot be changed for lack of a right, and why. */
export function Needing({ lack, children }: Props) {
  if (lack === undefined) return children;
  return (
    <Stack>
      <Notice>{lack}</Notice>
      <fieldset className={classes.all} disabled>
        {children}
      </fieldset>
    </Stack>
  );
}
