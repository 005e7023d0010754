import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { PasswordField } from '@/ui/PasswordField';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { secondFactorsQuery } from './account';
import { CodeForm } from './CodeForm';
import { proveByCode, proveByPasskey, proveByPassword } from './proofs';
import { passkeysWork } from './webauthn';

type Props = { onProved: () => void };

/** Proves anew that it is really the person: by the password, a code or a passkey. */
export function ProofForm({ onProved }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const { data: factors } = useQuery(secondFactorsQuery(org));
  const [byCode, setByCode] = useState(false);
  return (
    <Stack>
      <p>{t('proof.why')}</p>
      {byCode ? (
        <CodeForm
          submit={t('proof.submit')}
          onCode={(code) => proveByCode(org, code).then(onProved)}
          recovery
        />
      ) : (
        <ByPassword onProved={onProved} />
      )}
      {factors?.totp && (
        <Button variant="subtle" onClick={() => setByCode(!byCode)}>
          {t(byCode ? 'proof.byPassword' : 'proof.byCode')}
        </Button>
      )}
      {factors && factors.passkeys > 0 && passkeysWork() && <ByPasskey onProved={onProved} />}
    </Stack>
  );
}

function ByPassword({ onProved }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const form = useForm({ password: '' });
  const send = form.submit(({ password }) => proveByPassword(org, password).then(onProved));
  return (
    <form onSubmit={send}>
      <Stack>
        <PasswordField
          label={t('security.password.old')}
          data-autofocus
          {...form.text('password')}
        />
        <FormFooter
          submit={t('proof.submit')}
          sending={form.sending}
          failure={form.failure}
          fullWidth
        />
      </Stack>
    </form>
  );
}

function ByPasskey({ onProved }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const prove = useMutation({
    mutationFn: () => proveByPasskey(org),
    onSuccess: (proved) => {
      if (proved) onProved();
    },
    onError: toasts.fail,
  });
  return (
    <Button
      variant="default"
      fullWidth
      leftSection={<IconFingerprint size={18} stroke={1.6} aria-hidden />}
      loading={prove.isPending}
      onClick={() => prove.mutate()}
    >
      {t('proof.byPasskey')}
    </Button>
  );
}
