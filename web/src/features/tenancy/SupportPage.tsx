import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Line, Lines } from '@/ui/Lines';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { endSupport, grantSupport, refuseSupport, type Support, supportQuery } from './support';

/** When the operator asks to look in to help: for how long, why, and whether they may. */
export function SupportPage() {
  const { t } = useTranslation();
  const org = useOrg();
  return (
    <Page title={t('support.title')} description={t('support.description')} width="form">
      <Section flush>
        <Asked question={useQuery(supportQuery(org))} rows={3}>
          {(accesses) =>
            accesses.length === 0 ? (
              <Empty icon={IconLifebuoy} title={t('support.none')}>
                {t('support.none.why')}
              </Empty>
            ) : (
              <Lines>
                {accesses.map((access) => (
                  <AccessLine key={access.id} access={access} />
                ))}
              </Lines>
            )
          }
        </Asked>
      </Section>
    </Page>
  );
}

const tones = { ASKED: 'accent', GRANTED: 'good', REFUSED: 'plain', ENDED: 'plain' } as const;

function AccessLine({ access }: { access: Support }) {
  const { t, i18n } = useTranslation();
  const { operatorName, minutes, reason, state } = access;
  const when = formatMoment(access.endsAt ?? access.askedAt, i18n.language);
  return (
    <Line
      icon={<IconLifebuoy size={20} stroke={1.6} aria-hidden />}
      title={reason}
      tag={<Tag tone={tones[state]}>{t(`support.state.${state}`)}</Tag>}
      detail={t(access.endsAt ? 'support.until' : 'support.asked', {
        name: operatorName,
        minutes,
        when,
      })}
      actions={<Decision access={access} />}
    />
  );
}

function Decision({ access }: { access: Support }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (act: () => Promise<Support>) => act(),
    // Who looks in is shown on every page.
    onSuccess: () => queries.invalidateQueries({ queryKey: [org] }),
    onError: toasts.fail,
  });
  switch (access.state) {
    case 'ASKED':
      return (
        <>
          <Button
            variant="subtle"
            onClick={() => decide.mutate(() => refuseSupport(org, access.id))}
          >
            {t('support.refuse')}
          </Button>
          <Button
            variant="default"
            onClick={() => decide.mutate(() => grantSupport(org, access.id, access.minutes))}
          >
            {t('support.grant')}
          </Button>
        </>
      );
    case 'GRANTED':
      return (
        <Button
          variant="subtle"
          color="red"
          onClick={() => decide.mutate(() => endSupport(org, access.id))}
        >
          {t('support.end')}
        </Button>
      );
    case 'REFUSED':
    case 'ENDED':
      return null;
  }
}
