import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '@/ui/Page';
import { useToasts } from '@/ui/Toasts';
import { type Part, type Shown, useSave } from './settings';

const part = (said: boolean): Part => ({ kind: 'encryption', body: { said } });

/** Whether programs are told that what they store is encrypted. */
export function EncryptionSection(shown: Shown) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const save = useSave(shown);
  const change = useMutation({
    mutationFn: (said: boolean) => save(part(said), part(!said)),
    onError: toasts.fail,
  });
  return (
    <Section
      title={t('bucketSettings.encryption')}
      description={t('bucketSettings.encryption.what')}
    >
      <Switch
        label={t('bucketSettings.encryption.said')}
        checked={shown.settings.saysEncrypted}
        disabled={change.isPending}
        onChange={({ currentTarget }) => change.mutate(currentTarget.checked)}
      />
    </Section>
  );
}
