import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import classes from './BucketSettingsPage.module.css';
import { Needing, useLack } from './Needing';
import { type Part, type Shown, useSave } from './settings';

const part = (policy: string): Part => ({
  kind: 'policy',
  body: { policy: policy.trim() === '' ? undefined : policy },
});

/** Who may do what, in the language that S3 has for it. */
export function PolicySection(shown: Shown) {
  const { t } = useTranslation();
  const save = useSave(shown);
  const before = shown.settings.policy ?? '';
  const form = useForm({ policy: before });
  const send = form.submit(({ policy }) => save(part(policy), part(before)));
  return (
    <Section title={t('bucketSettings.policy')} description={t('bucketSettings.policy.what')}>
      <Needing lack={useLack('storage.read', 'storage.write')}>
        <form onSubmit={send}>
          <Stack>
            <Textarea
              className={classes.code}
              aria-label={t('bucketSettings.policy')}
              placeholder={t('bucketSettings.policy.none')}
              rows={before ? 14 : 5}
              spellCheck={false}
              autoCapitalize="none"
              {...form.text('policy')}
            />
            <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
          </Stack>
        </form>
      </Needing>
    </Section>
  );
}
