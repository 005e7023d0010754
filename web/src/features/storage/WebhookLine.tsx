import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconWebhook } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Line } from '@/ui/Lines';
import { Row } from '@/ui/Stack';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import classes from './BucketSettingsPage.module.css';
import type { WebhookTask } from './WebhookPanel';
import { renewSecret, testWebhook, type Webhook, webhooksQuery } from './webhooks';

type Props = {
  webhook: Webhook;
  mayMove: boolean;
  onTask: (task: WebhookTask) => void;
  onRemove: () => void;
};

/** One webhook: how it fares, and what can be done with it. */
export function WebhookLine({ webhook, mayMove, onTask, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { id, name, url, waiting, dropped, lastError, oldSecretUntil } = webhook;
  const number = (value: number) => formatNumber(value, i18n.language);
  const refresh = () => queries.invalidateQueries(webhooksQuery(org));
  const test = useMutation({
    mutationFn: () => testWebhook(org, id),
    onSuccess: () => {
      toasts.say(t('webhooks.tested', { name }));
      return refresh();
    },
    onError: toasts.fail,
  });
  const renew = useMutation({
    mutationFn: () => renewSecret(org, id),
    onSuccess: (made) => {
      onTask({ kind: 'made', made, renewed: true });
      return refresh();
    },
    onError: toasts.fail,
  });
  const facts = [
    waiting > 0 && t('webhooks.waiting', { count: waiting, messages: number(waiting) }),
    dropped > 0 && t('webhooks.dropped', { count: dropped, messages: number(dropped) }),
    oldSecretUntil &&
      new Date(oldSecretUntil) > new Date() &&
      t('webhooks.oldSecret', { at: formatMoment(oldSecretUntil, i18n.language) }),
  ].filter(Boolean);
  return (
    <Line
      icon={<IconWebhook size={20} stroke={1.6} aria-hidden />}
      title={name}
      tag={
        lastError ? (
          <Tag tone="bad">{t('webhooks.failing')}</Tag>
        ) : (
          waiting > 0 && <Tag tone="warn">{t('webhooks.sending')}</Tag>
        )
      }
      detail={
        <>
          <span className={classes.wide}>{url}</span>
          {facts.length > 0 && <br />}
          {facts.join(' · ')}
          {lastError && (
            <>
              <br />
              {t('webhooks.lastError', { error: lastError })}
            </>
          )}
        </>
      }
      actions={
        <Row>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t('webhooks.test')}
          </Button>
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t('webhooks.more', { name })} loading={renew.isPending}>
                <IconDots size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={!mayMove} onClick={() => onTask({ kind: 'move', webhook })}>
                {t('webhooks.move')}
              </Menu.Item>
              <Menu.Item onClick={() => renew.mutate()}>{t('webhooks.renew')}</Menu.Item>
              <Menu.Item color="red" onClick={onRemove}>
                {t('webhooks.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Row>
      }
    />
  );
}
