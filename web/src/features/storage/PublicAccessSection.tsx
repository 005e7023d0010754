import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { Needing, useLack } from './Needing';
import { type Settings, type Shown, useSave } from './settings';

type PublicAccess = Settings['publicAccess'];

const all = (blocked: boolean): PublicAccess => ({
  blockPublicAcls: blocked,
  ignorePublicAcls: blocked,
  blockPublicPolicy: blocked,
  restrictPublicBuckets: blocked,
});

/** Whether strangers are kept out whatever else is said about them. */
export function PublicAccessSection(shown: Shown) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const save = useSave(shown);
  const before = shown.settings.publicAccess;
  const lack = useLack('storage.read', 'storage.write');
  const set = Object.entries(before).flatMap(([name, on]) => (on ? [name] : []));
  const change = useMutation({
    mutationFn: (blocked: boolean) =>
      save(
        { kind: 'publicAccess', body: all(blocked) },
        // Who may only shut strangers out cannot let them in again.
        lack === undefined ? { kind: 'publicAccess', body: before } : undefined,
      ),
    onError: toasts.fail,
  });
  return (
    <Section title={t('bucketSettings.public')} description={t('bucketSettings.public.what')}>
      <Needing lack={set.length === 4 ? lack : undefined}>
        <Stack>
          <Switch
            label={t('bucketSettings.public.blocked')}
            checked={set.length === 4}
            disabled={change.isPending}
            onChange={({ currentTarget }) => change.mutate(currentTarget.checked)}
          />
          {set.length > 0 && set.length < 4 && (
            <Notice title={t('bucketSettings.public.partly')}>
              <code>{set.join(', ')}</code>
            </Notice>
          )}
          {set.length === 0 && <Notice tone="warn">{t('bucketSettings.public.open')}</Notice>}
        </Stack>
      </Needing>
    </Section>
  );
}
