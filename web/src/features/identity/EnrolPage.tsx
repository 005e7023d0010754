import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { useOrg } from '@/shared/place';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { TotpSetUp } from './TotpSetUp';
import { useAddPasskey } from './useAddPasskey';
import { passkeysWork } from './webauthn';

const enter = () => window.location.reload();

/** The organisation demands a second factor, and this person has none yet. */
export function EnrolPage({ onLeave }: { onLeave: () => void }) {
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
      <Button variant="subtle" onClick={onLeave}>
        {t('enrol.leave')}
      </Button>
    </OrganisationThreshold>
  );
}

function Passkey() {
  const { t } = useTranslation();
  const add = useAddPasskey(enter);
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
