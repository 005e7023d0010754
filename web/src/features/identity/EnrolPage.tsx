import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { useOrg } from '@/shared/place';
import { useProved } from '@/shared/proved';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { useToasts } from '@/ui/Toasts';
import { deviceOf } from './device';
import { addPasskey } from './passkeys';
import { TotpSetUp } from './TotpSetUp';
import { passkeysWork } from './webauthn';

const enter = () => window.location.reload();

/** The organisation demands a second factor, and this person has none yet. */
export function EnrolPage() {
  const { t } = useTranslation();
  const front = useFront(useOrg()).data;
  return (
    <OrganisationThreshold
      title={t('enrol.title')}
      description={t('enrol.description', { name: front?.name ?? '' })}
      name={front?.name ?? ''}
      logo={front?.logo}
      colour={front?.colour}
    >
      <TotpSetUp onDone={enter} instead={passkeysWork() && <Passkey />} />
    </OrganisationThreshold>
  );
}

function Passkey() {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const proved = useProved();
  const add = useMutation({
    mutationFn: () => proved(() => addPasskey(org, deviceOf(navigator.userAgent))),
    onSuccess: (added) => added && enter(),
    onError: toasts.fail,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconFingerprint size={16} aria-hidden />}
      loading={add.isPending}
      onClick={() => add.mutate()}
    >
      {t('enrol.passkey')}
    </Button>
  );
}
