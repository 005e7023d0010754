import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { useToasts } from '@/ui/Toasts';
import { signInByPasskey } from './passkeys';
import type { SignInAnswer } from './sessions';
import { passkeysWork } from './webauthn';

/** Signs in with a passkey, where the browser has them. */
export function PasskeyButton({ onAnswer }: { onAnswer: (answer: SignInAnswer) => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const prove = useMutation({
    mutationFn: () => signInByPasskey(org),
    onSuccess: (answer) => answer && onAnswer(answer),
    onError: toasts.fail,
  });
  if (!passkeysWork()) return null;
  return (
    <Button
      variant="default"
      fullWidth
      leftSection={<IconFingerprint size={18} stroke={1.6} aria-hidden />}
      loading={prove.isPending}
      onClick={() => prove.mutate()}
    >
      {t('passkeys.signIn')}
    </Button>
  );
}
