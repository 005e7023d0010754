import { PasswordInput, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { knownOrganisations } from '@/shared/knownOrganisations';
import { operatorName, pagesOf, useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Stack } from '@/ui/Stack';
import { Threshold } from '@/ui/Threshold';
import { useForm } from '@/ui/useForm';
import { returnPath } from './returnPath';
import { signInTo } from './sessions';

/** The way in, to an organisation or to the operator's console. */
export function SignInPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const search: { return?: unknown } = useSearch({ strict: false });
  const form = useForm({ login: '', password: '' });
  const operator = org === operatorName;
  const name = knownOrganisations().find((known) => known.shortName === org)?.name ?? org;

  const send = form.submit(async ({ login, password }) => {
    await signInTo(org, login.trim(), password);
    // A full load, so that nothing of a former session stays in memory.
    window.location.assign(returnPath(search.return, pagesOf(org)));
  });

  return (
    <Threshold
      title={operator ? t('signIn.operator') : t('signIn.title', { name })}
      description={t('signIn.description')}
    >
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={t('signIn.login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            data-autofocus
            {...form.text('login')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.text('password')}
          />
          <FormFooter
            submit={t('signIn.submit')}
            sending={form.sending}
            failure={form.failure}
            fullWidth
          />
        </Stack>
      </form>
    </Threshold>
  );
}
