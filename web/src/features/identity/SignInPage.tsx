import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { operatorName, pagesOf, useOrg } from '@/shared/place';
import { Notice } from '@/ui/Notice';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { Failed } from '@/ui/States';
import { Threshold } from '@/ui/Threshold';
import { PasswordForm } from './PasswordForm';
import { returnPath } from './returnPath';

/** The way in, to an organisation or to the operator's console. */
export function SignInPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const search: { return?: unknown } = useSearch({ strict: false });
  const front = useFront(org);
  // A full load, so that nothing of a former session stays in memory.
  const enter = () => window.location.assign(returnPath(search.return, pagesOf(org)));

  if (front.error) {
    return (
      <Threshold title={t('signIn.unknown')}>
        <Failed error={front.error} retry={() => void front.refetch()} />
      </Threshold>
    );
  }
  const { name = '', logo, colour, stateReason } = front.data ?? {};
  return (
    <OrganisationThreshold
      title={org === operatorName ? t('signIn.operator') : t('signIn.title', { name })}
      description={t('signIn.description')}
      name={name}
      logo={logo}
      colour={colour}
    >
      {stateReason && <Notice tone="warn">{stateReason}</Notice>}
      <PasswordForm onEntered={enter} />
    </OrganisationThreshold>
  );
}
