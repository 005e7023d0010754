import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Confirm } from '@/ui/Confirm';
import { Line } from '@/ui/Lines';
import { Row } from '@/ui/Stack';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { type AccessKey, type IssuedKey, keysQuery, revokeKey, rotateKey } from './keys';

type Props = { accessKey: AccessKey; onIssued: (issued: IssuedKey) => void };

/** One key: what it may do, and its replacement or end. */
export function KeyLine({ accessKey, onIssued }: Props) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries(keysQuery(org));
  const rotate = useMutation({
    mutationFn: () => rotateKey(org, accessKey.id),
    onSuccess: (issued) => {
      onIssued(issued);
      return refresh();
    },
    onError: toasts.fail,
  });
  const [revoking, setRevoking] = useState(false);
  const revoke = async () => {
    await revokeKey(org, accessKey.id);
    toasts.say(t('keys.revoked', { name: accessKey.name }));
    await refresh();
  };
  const { expiresAt, buckets } = accessKey;
  const facts = [
    enumeration(accessKey.rights.map((right) => t(`keys.right.${right}`))),
    buckets ? buckets.join(', ') : t('keys.allBuckets'),
    expiresAt && t('keys.expires', { at: formatMoment(expiresAt, i18n.language) }),
  ].filter(Boolean);

  return (
    <Line
      icon={<IconKey size={20} stroke={1.6} aria-hidden />}
      title={accessKey.name}
      tag={<Tag>{t(`keys.kind.${accessKey.kind}`)}</Tag>}
      detail={
        <>
          <code>{accessKey.id}</code>
          <br />
          {facts.join(' · ')}
        </>
      }
      actions={
        <Row>
          {!expiresAt && (
            <Button variant="default" loading={rotate.isPending} onClick={() => rotate.mutate()}>
              {t('keys.rotate')}
            </Button>
          )}
          <Button variant="subtle" color="red" onClick={() => setRevoking(true)}>
            {t('keys.revoke')}
          </Button>
          <Confirm
            title={t('keys.revoke.title', { name: accessKey.name })}
            opened={revoking}
            submit={t('keys.revoke')}
            act={revoke}
            onClose={() => setRevoking(false)}
          >
            {t('keys.revoke.why')}
          </Confirm>
        </Row>
      }
    />
  );
}

/** Labels that each begin with a capital, as one phrase that does. */
function enumeration([first, ...others]: string[]): string {
  const lower = others.map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  return [first, ...lower].join(', ');
}
