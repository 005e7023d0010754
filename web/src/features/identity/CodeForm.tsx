import { Button, PinInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';

/** Digits of an authenticator app's code. RFC 6238. */
const codeLength = 6;

type Props = {
  submit: string;
  onCode: (code: string) => Promise<unknown>;
  /** Whether a recovery code may stand in for the app's. */
  recovery?: boolean;
};

/** The code that an authenticator app shows, or a recovery code. */
export function CodeForm({ submit, onCode, recovery }: Props) {
  const { t } = useTranslation();
  const [byRecovery, setByRecovery] = useState(false);
  const form = useForm({ code: '' });
  const send = form.submit(async ({ code }) => {
    await onCode(code.replace(/\s/g, ''));
  });
  return (
    <form onSubmit={send}>
      <Stack>
        {byRecovery ? (
          <TextInput
            label={t('code.recovery')}
            autoComplete="off"
            autoFocus
            required
            withAsterisk={false}
            {...form.text('code')}
          />
        ) : (
          <PinInput
            length={codeLength}
            type="number"
            oneTimeCode
            autoFocus
            size="lg"
            aria-label={t('code.title')}
            getInputProps={(index) => ({
              'aria-label': t('code.digit', { position: index + 1, of: codeLength }),
            })}
            value={form.values.code}
            onChange={(code) => form.set('code', code)}
            error={form.failure !== undefined}
          />
        )}
        <FormFooter submit={submit} sending={form.sending} failure={form.failure} fullWidth />
        {recovery && (
          <Button
            variant="subtle"
            onClick={() => {
              form.reset({ code: '' });
              setByRecovery(!byRecovery);
            }}
          >
            {t(byRecovery ? 'code.byApp' : 'code.byRecovery')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
