import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Lines } from '@/ui/Lines';
import { Notice } from '@/ui/Notice';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { useLack } from './Needing';
import { useWebhookRemoval } from './useWebhookRemoval';
import { WebhookLine } from './WebhookLine';
import { WebhookPanel, type WebhookTask } from './WebhookPanel';
import { webhooksQuery } from './webhooks';

/** Addresses that buckets tell of what happens to their objects. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [task, setTask] = useState<WebhookTask>();
  const { hidden, remove } = useWebhookRemoval(org);
  const lack = useLack('storage.read');
  const add = (
    <Button
      disabled={lack !== undefined}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setTask({ kind: 'new' })}
    >
      {t('webhooks.add')}
    </Button>
  );
  return (
    <Page title={t('webhooks.title')} description={t('webhooks.description')} actions={add}>
      {lack !== undefined && <Notice>{lack}</Notice>}
      <Section flush>
        <Asked question={useQuery(webhooksQuery(org))} rows={3}>
          {(all) => {
            const webhooks = all.filter(({ id }) => !hidden.has(id));
            return webhooks.length === 0 ? (
              <Empty icon={IconWebhook} title={t('webhooks.none')} action={add}>
                {t('webhooks.none.why')}
              </Empty>
            ) : (
              <Lines>
                {webhooks.map((webhook) => (
                  <WebhookLine
                    key={webhook.id}
                    webhook={webhook}
                    mayMove={lack === undefined}
                    onTask={setTask}
                    onRemove={() => remove(webhook)}
                  />
                ))}
              </Lines>
            );
          }}
        </Asked>
      </Section>
      <WebhookPanel task={task} onTask={setTask} />
    </Page>
  );
}
