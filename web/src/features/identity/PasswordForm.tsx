import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { PasswordField } from '@/ui/PasswordField';
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
        <PasswordField label={t('signIn.password')} {...form.text('password')} />
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
