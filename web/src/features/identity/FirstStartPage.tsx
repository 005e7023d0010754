import { TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done } from '@/shared/http';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { PasswordField } from '@/ui/PasswordField';
import { Stack } from '@/ui/Stack';
import { Threshold } from '@/ui/Threshold';
import { useForm } from '@/ui/useForm';

/** The first page of a new cloud: the link that the launcher printed makes the first operator. */
export function FirstStartPage() {
  const { t } = useTranslation();
  const search: { token?: unknown } = useSearch({ strict: false });
  const token = typeof search.token === 'string' ? search.token : '';
  const form = useForm({ name: '', login: '', password: '' });

  const send = form.submit(async (values) => {
    await done(api.POST('/api/console/first-start', { body: { token, ...values } }));
    window.location.assign('/console');
  });

  return (
    <Threshold title={t('start.title')} description={t('start.description')}>
      {token === '' && <Notice tone="warn">{t('start.noToken')}</Notice>}
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={t('start.name')}
            autoComplete="name"
            required
            withAsterisk={false}
            {...form.text('name')}
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
          <PasswordField
            label={t('signIn.password')}
            description={t('password.hint')}
            fresh
            {...form.text('password')}
          />
          <FormFooter
            submit={t('start.submit')}
            sending={form.sending}
            failure={form.failure}
            fullWidth
          />
        </Stack>
      </form>
    </Threshold>
  );
}
