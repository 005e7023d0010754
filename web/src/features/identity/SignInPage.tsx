import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { operatorName, pagesOf, useOrg } from '@/shared/place';
import { Notice } from '@/ui/Notice';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { Failed } from '@/ui/States';
import { Threshold } from '@/ui/Threshold';
import { CodeForm } from './CodeForm';
import { PasskeyButton } from './PasskeyButton';
import { PasswordForm } from './PasswordForm';
import { returnPath } from './returnPath';
import { type SignInAnswer, signInByCode } from './sessions';

/** The way in, to an organisation or to the operator's console. */
export function SignInPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const front = useFront(org);
  const [halfWay, setHalfWay] = useState(false);
  const enter = useEnter(() => setHalfWay(true));

  if (front.error) {
    return (
      <Threshold title={t('signIn.unknown')}>
        <Failed error={front.error} retry={() => void front.refetch()} />
      </Threshold>
    );
  }
  const { name = '', logo, colour, stateReason } = front.data ?? {};
  const title = org === operatorName ? t('signIn.operator') : t('signIn.title', { name });
  const forgotten: string = `${pagesOf(org)}/forgotten`;
  return (
    <OrganisationThreshold
      title={halfWay ? t('code.title') : title}
      description={t(halfWay ? 'code.description' : 'signIn.description')}
      name={name}
      logo={logo}
      colour={colour}
    >
      {stateReason && <Notice tone="warn">{stateReason}</Notice>}
      {halfWay ? (
        <>
          <CodeForm
            submit={t('signIn.submit')}
            recovery
            onCode={(code) => signInByCode(org, code).then(enter)}
          />
          <PasskeyButton onAnswer={enter} />
        </>
      ) : (
        <>
          <PasswordForm onAnswer={enter} />
          <PasskeyButton onAnswer={enter} />
          <Link to={forgotten}>{t('signIn.forgotten')}</Link>
        </>
      )}
    </OrganisationThreshold>
  );
}

/** Goes where one wanted to go, or half way. */
function useEnter(onHalfWay: () => void) {
  const org = useOrg();
  const search: { return?: unknown } = useSearch({ strict: false });
  return ({ next }: SignInAnswer) => {
    switch (next) {
      case 'SECOND_FACTOR':
        return onHalfWay();
      case 'DONE':
        // A full load, so that nothing of a former session stays in memory.
        return window.location.assign(returnPath(search.return, pagesOf(org)));
    }
  };
}
