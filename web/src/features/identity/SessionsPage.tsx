import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatMoment } from '@/shared/format';
import { pagesOf, useOrg } from '@/shared/place';
import { Line, Lines } from '@/ui/Lines';
import { Page, Section } from '@/ui/Page';
import { Asked } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { deviceOf, isHandheld } from './device';
import { endSession, type Session, sessionsQuery, signOutEverywhere } from './sessions';

/** Where one is signed in, and how to end that. */
export function SessionsPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const sessions = useQuery(sessionsQuery(org));
  const everywhere = useMutation({
    mutationFn: () => signOutEverywhere(org),
    onSuccess: () => window.location.assign(`${pagesOf(org)}/sign-in`),
  });
  return (
    <Page
      title={t('sessions.title')}
      description={t('sessions.description')}
      width="form"
      actions={
        <Button
          variant="default"
          loading={everywhere.isPending}
          onClick={() => everywhere.mutate()}
        >
          {t('sessions.everywhere')}
        </Button>
      }
    >
      <Section flush>
        <Asked question={sessions} rows={3}>
          {({ items }) => (
            <Lines>
              {items.map((session) => (
                <SessionLine key={session.id} session={session} />
              ))}
            </Lines>
          )}
        </Asked>
      </Section>
    </Page>
  );
}

function SessionLine({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSession(org, session.id),
    onSuccess: () => {
      toasts.say(t('sessions.ended'));
      return queries.invalidateQueries(sessionsQuery(org));
    },
    onError: toasts.fail,
  });
  const Icon = isHandheld(session.userAgent) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <Line
      icon={<Icon size={20} stroke={1.6} aria-hidden />}
      title={deviceOf(session.userAgent)}
      tag={session.current && <Tag tone="accent">{t('sessions.current')}</Tag>}
      detail={t('sessions.detail', {
        address: session.address,
        since: formatMoment(session.createdAt, i18n.language),
        seen: formatAgo(session.seenAt, i18n.language, Date.now()),
      })}
      actions={
        !session.current && (
          <Button variant="subtle" color="red" loading={end.isPending} onClick={() => end.mutate()}>
            {t('sessions.end')}
          </Button>
        )
      }
    />
  );
}
