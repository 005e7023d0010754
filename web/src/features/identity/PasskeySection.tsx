import { Button } from '@mantine/core';
import { IconFingerprint, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatDate } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { secondFactorsQuery } from './account';
import { type Passkey, passkeysQuery, removePasskey } from './passkeys';
import { useAddPasskey } from './useAddPasskey';
import { passkeysWork } from './webauthn';

/** Ways in without a password: a fingerprint, a face, a key on a string. */
export function PasskeySection() {
  const { t } = useTranslation();
  const org = useOrg();
  const add = useAddPasskey(useRefresh());
  return (
    <Section
      title={t('passkeys.title')}
      description={t('passkeys.description')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!passkeysWork()}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('passkeys.add')}
        </Button>
      }
      flush
    >
      <Asked question={useQuery(passkeysQuery(org))} rows={2}>
        {(passkeys) =>
          passkeys.length === 0 ? (
            <Empty icon={IconFingerprint} title={t('passkeys.none')}>
              {t(passkeysWork() ? 'passkeys.none.why' : 'passkeys.impossible')}
            </Empty>
          ) : (
            <Lines>
              {passkeys.map((passkey) => (
                <PasskeyLine key={passkey.id} passkey={passkey} />
              ))}
            </Lines>
          )
        }
      </Asked>
    </Section>
  );
}

function useRefresh() {
  const org = useOrg();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries(passkeysQuery(org)),
      queries.invalidateQueries(secondFactorsQuery(org)),
    ]);
}

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: () => removePasskey(org, passkey.id),
    onSuccess: refresh,
    onError: toasts.fail,
  });
  return (
    <Line
      icon={<IconFingerprint size={20} stroke={1.6} aria-hidden />}
      title={passkey.name}
      detail={t('passkeys.detail', {
        since: formatDate(passkey.createdAt, i18n.language),
        used: formatAgo(passkey.usedAt, i18n.language, Date.now()),
      })}
      actions={
        <Button
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('passkeys.remove')}
        </Button>
      }
    />
  );
}
