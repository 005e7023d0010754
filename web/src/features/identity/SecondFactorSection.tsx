import { Button } from '@mantine/core';
import { IconDeviceMobileCheck, IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Dialog } from '@/ui/Dialog';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Asked } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { removeTotp, renewRecoveryCodes, type SecondFactors, secondFactorsQuery } from './account';
import { RecoveryCodes } from './RecoveryCodes';
import { TotpSetUp } from './TotpSetUp';

/** What one proves oneself with besides the password. */
export function SecondFactorSection() {
  const { t } = useTranslation();
  const question = useQuery(secondFactorsQuery(useOrg()));
  return (
    <Section title={t('secondFactor.title')} description={t('secondFactor.description')} flush>
      <Asked question={question} rows={2}>
        {(factors) => (
          <Lines>
            <TotpLine factors={factors} />
            {factors.totp && <RecoveryLine left={factors.recoveryCodesLeft} />}
          </Lines>
        )}
      </Asked>
    </Section>
  );
}

function TotpLine({ factors }: { factors: SecondFactors }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [settingUp, setSettingUp] = useState(false);
  const refresh = () => queries.invalidateQueries(secondFactorsQuery(org));
  const remove = useMutation({
    mutationFn: () => removeTotp(org),
    onSuccess: refresh,
    onError: toasts.fail,
  });
  const close = () => {
    setSettingUp(false);
    void refresh();
  };
  return (
    <>
      <Line
        icon={<IconDeviceMobileCheck size={20} stroke={1.6} aria-hidden />}
        title={t('secondFactor.totp')}
        tag={factors.totp && <Tag tone="good">{t('secondFactor.on')}</Tag>}
        detail={t('secondFactor.totp.hint')}
        actions={
          factors.totp ? (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t('secondFactor.remove')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setSettingUp(true)}>
              {t('secondFactor.setUp')}
            </Button>
          )
        }
      />
      <Dialog title={t('secondFactor.totp')} opened={settingUp} onClose={close}>
        {settingUp && <TotpSetUp onDone={close} />}
      </Dialog>
    </>
  );
}

function RecoveryLine({ left }: { left: number }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const renew = useMutation({
    mutationFn: () => renewRecoveryCodes(org),
    onSuccess: () => queries.invalidateQueries(secondFactorsQuery(org)),
    onError: toasts.fail,
  });
  return (
    <>
      <Line
        icon={<IconKey size={20} stroke={1.6} aria-hidden />}
        title={t('secondFactor.recovery')}
        detail={t('secondFactor.recovery.left', { count: left })}
        actions={
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {t('secondFactor.recovery.renew')}
          </Button>
        }
      />
      <Dialog
        title={t('secondFactor.recovery')}
        opened={renew.data !== undefined}
        onClose={renew.reset}
      >
        {renew.data && <RecoveryCodes codes={renew.data} onDone={renew.reset} />}
      </Dialog>
    </>
  );
}
