import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { CopyButton } from '@/ui/CopyButton';
import { QrCode } from '@/ui/QrCode';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { beginTotp, confirmTotp } from './account';
import { CodeForm } from './CodeForm';
import { RecoveryCodes } from './RecoveryCodes';
import classes from './TotpSetUp.module.css';

type Props = {
  onDone: () => void;
  /** Another way than an app, offered below. */
  instead?: ReactNode;
};

/** Sets an authenticator app up: scan, type the code it shows, keep the recovery codes. */
export function TotpSetUp({ onDone, instead }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const [codes, setCodes] = useState<string[]>();
  const shown = useRef<HTMLElement>(null);
  const enrolment = useQuery({
    queryKey: [org, 'totp-enrolment'],
    queryFn: () => beginTotp(org),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <Stack>
      <Asked question={enrolment}>
        {({ uri, secret }) => (
          <Stack>
            <p>{t('totp.scan')}</p>
            <div className={classes.code}>
              <QrCode text={uri} label={t('totp.qr')} />
              <div>
                <p className={classes.hint}>{t('totp.type')}</p>
                <code ref={shown} className={classes.secret}>
                  {secret}
                </code>
                <CopyButton what={t('totp.secret')} text={secret} shown={shown} />
              </div>
            </div>
            <p>{t('totp.confirm')}</p>
            <CodeForm
              submit={t('totp.submit')}
              onCode={async (code) => setCodes(await confirmTotp(org, code))}
            />
          </Stack>
        )}
      </Asked>
      {instead}
    </Stack>
  );
}
