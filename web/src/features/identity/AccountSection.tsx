import { Button } from '@mantine/core';
import { IconDeviceMobileCheck, IconDevices, IconMailForward } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Dialog } from '@/ui/Dialog';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Secret } from '@/ui/Secret';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { accountQuery, makeLink, resetSecondFactors, signOutPerson } from './accounts';

/** How a person comes in, and how an administrator helps when they cannot. */
export function AccountSection({ person }: { person: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  return (
    <Section title={t('account.title')} flush>
      <Asked question={useQuery(accountQuery(org, person))} rows={3}>
        {({ sessions, totp, passkeys }) => (
          <Lines>
            <LinkLine person={person} />
            <Line
              icon={<IconDevices size={20} stroke={1.6} aria-hidden />}
              title={t('sessions.title')}
              detail={t('account.sessions', { count: sessions })}
              actions={
                sessions > 0 && (
                  <Act person={person} act={signOutPerson} label={t('sessions.everywhere')} />
                )
              }
            />
            <Line
              icon={<IconDeviceMobileCheck size={20} stroke={1.6} aria-hidden />}
              title={t('secondFactor.title')}
              detail={t(
                totp || passkeys > 0 ? 'account.secondFactor.on' : 'account.secondFactor.off',
              )}
              actions={
                (totp || passkeys > 0) && (
                  <Act
                    person={person}
                    act={resetSecondFactors}
                    label={t('account.secondFactor.reset')}
                  />
                )
              }
            />
          </Lines>
        )}
      </Asked>
    </Section>
  );
}

function LinkLine({ person }: { person: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const link = useMutation({
    mutationFn: () => makeLink(org, person),
    onError: toasts.fail,
  });
  return (
    <>
      <Line
        icon={<IconMailForward size={20} stroke={1.6} aria-hidden />}
        title={t('account.link')}
        detail={t('account.link.hint')}
        actions={
          <Button variant="default" loading={link.isPending} onClick={() => link.mutate()}>
            {t('account.link.make')}
          </Button>
        }
      />
      <Dialog title={t('account.link')} opened={link.data !== undefined} onClose={link.reset}>
        {link.data && (
          <Secret
            warning={t(link.data.mailed ? 'account.link.mailed' : 'account.link.once')}
            values={[{ label: t('account.link'), value: window.location.origin + link.data.path }]}
          />
        )}
      </Dialog>
    </>
  );
}

type ActProps = {
  person: string;
  label: string;
  act: (org: string, person: string) => Promise<void>;
};

function Act({ person, label, act }: ActProps) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => act(org, person),
    onSuccess: () => {
      toasts.say(t('ui.saved'));
      return queries.invalidateQueries(accountQuery(org, person));
    },
    onError: toasts.fail,
  });
  return (
    <Button variant="subtle" color="red" loading={run.isPending} onClick={() => run.mutate()}>
      {label}
    </Button>
  );
}
