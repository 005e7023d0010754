import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { useOrg } from '@/shared/place';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { TotpSetUp } from './TotpSetUp';

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
      <TotpSetUp onDone={() => window.location.reload()} />
    </OrganisationThreshold>
  );
}
