import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { type SignInAnswer, signInTo } from './sessions';

type Props = { onAnswer: (answer: SignInAnswer) => void };

/** Login and password. */
export function PasswordForm({ onAnswer }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const form = useForm({ login: '', password: '' });
  const send = form.submit(async ({ login, password }) => {
    onAnswer(await signInTo(org, login.trim(), password));
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
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
  );
}
