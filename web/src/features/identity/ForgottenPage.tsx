import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { pagesOf, useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { forgot } from './links';

/** Asks for a link by mail. The answer is the same for logins that do not exist. */
export function ForgottenPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const front = useFront(org).data;
  const [sent, setSent] = useState(false);
  const form = useForm({ login: '' });
  const send = form.submit(async ({ login }) => {
    await forgot(org, login.trim());
    setSent(true);
  });
  const signIn: string = `${pagesOf(org)}/sign-in`;
  return (
    <OrganisationThreshold
      title={t('forgotten.title')}
      description={t('forgotten.description')}
      name={front?.name ?? ''}
      logo={front?.logo}
      colour={front?.colour}
    >
      {sent ? (
        <Notice tone="good">{t('forgotten.sent')}</Notice>
      ) : (
        <form onSubmit={send}>
          <Stack>
            <TextInput
              label={t('signIn.login')}
              autoComplete="username"
              autoCapitalize="none"
              required
              withAsterisk={false}
              {...form.text('login')}
            />
            <FormFooter
              submit={t('forgotten.submit')}
              sending={form.sending}
              failure={form.failure}
              fullWidth
            />
          </Stack>
        </form>
      )}
      <Link to={signIn}>{t('forgotten.back')}</Link>
    </OrganisationThreshold>
  );
}
