import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { type Part, type Settings, type Shown, useSave } from './settings';

const part = (kept: boolean): Part => ({
  kind: 'versioning',
  body: { versioning: kept ? 'ENABLED' : 'SUSPENDED' },
});

/** Whether what is overwritten and deleted is kept, and whether it can be locked. */
export function VersioningSection(shown: Shown) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const save = useSave(shown);
  const { versioning, objectLock } = shown.settings;
  const change = useMutation({
    mutationFn: (kept: boolean) => save(part(kept), part(!kept)),
    onError: toasts.fail,
  });
  const retention = retentionText(shown.settings, t);
  return (
    <Section
      title={t('bucketSettings.versioning')}
      description={t('bucketSettings.versioning.what')}
    >
      <Stack>
        <Switch
          label={t('bucketSettings.versioning.on')}
          description={versioning === 'SUSPENDED' && t('bucketSettings.versioning.suspended')}
          checked={versioning === 'ENABLED'}
          disabled={change.isPending || objectLock}
          onChange={({ currentTarget }) => change.mutate(currentTarget.checked)}
        />
        {objectLock && (
          <Notice title={t('bucketSettings.locks')}>
            {t('bucketSettings.locks.what')} {retention}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}

function retentionText({ retention }: Settings, t: TFunction): string {
  if (!retention) return t('bucketSettings.locks.none');
  const { mode, days, years } = retention;
  const time =
    years == null
      ? t('bucketSettings.days', { count: days ?? 0 })
      : t('bucketSettings.years', { count: years });
  return t(`bucketSettings.locks.${mode}`, { time });
}
