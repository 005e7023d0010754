import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Page, Section } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';
import { Columns, Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { changePassword } from './account';
import { PasskeySection } from './PasskeySection';
import { SecondFactorSection } from './SecondFactorSection';

const empty = { old: '', fresh: '' };

/** One's own password and second factor. */
export function SecurityPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('security.title')} description={t('security.description')} width="form">
      <Section title={t('signIn.password')} description={t('security.password.hint')}>
        <PasswordForm />
      </Section>
      <SecondFactorSection />
      <PasskeySection />
    </Page>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const form = useForm(empty);
  const send = form.submit(async ({ old, fresh }) => {
    await changePassword(org, old, fresh);
    form.reset(empty);
    toasts.say(t('security.password.changed'));
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <Columns>
          <PasswordField label={t('security.password.old')} {...form.text('old')} />
          <PasswordField label={t('link.newPassword')} fresh {...form.text('fresh')} />
        </Columns>
        <FormFooter
          submit={t('security.password.change')}
          sending={form.sending}
          failure={form.failure}
        />
      </Stack>
    </form>
  );
}
