import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { Threshold } from '@/ui/Threshold';
import { useForm } from '@/ui/useForm';
import { selfSignUpQuery, signUpOneself } from './signUp';

/** Anybody may start an organisation here, where the operator lets them. */
export function SignUpPage() {
  const { t } = useTranslation();
  return (
    <Threshold title={t('signUp.title')} description={t('signUp.description')}>
      <Asked question={useQuery(selfSignUpQuery)} rows={4}>
        {({ open }) => (open ? <SignUpForm /> : <Notice tone="warn">{t('signUp.shut')}</Notice>)}
      </Asked>
    </Threshold>
  );
}

function SignUpForm() {
  const { t, i18n } = useTranslation();
  const form = useForm({ name: '', shortName: '', ownerName: '', login: '', email: '' });
  const send = form.submit(async (values, key) => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const path = await signUpOneself({ ...values, language: i18n.language, timeZone }, key);
    window.location.assign(path);
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('organisations.name')}
          autoComplete="organization"
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('name')}
        />
        <TextInput
          label={t('organisations.shortName')}
          description={t('organisations.shortName.hint')}
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.text('shortName')}
        />
        <TextInput
          label={t('signUp.ownerName')}
          autoComplete="name"
          required
          withAsterisk={false}
          {...form.text('ownerName')}
        />
        <TextInput
          label={t('signIn.login')}
          description={t('start.login.hint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.text('login')}
        />
        <TextInput
          type="email"
          label={t('signUp.email')}
          autoComplete="email"
          {...form.text('email')}
        />
        <FormFooter
          submit={t('signUp.submit')}
          sending={form.sending}
          failure={form.failure}
          fullWidth
        />
      </Stack>
    </form>
  );
}
