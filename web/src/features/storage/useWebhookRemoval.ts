import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '@/ui/Toasts';
import { deleteWebhook, type Webhook, webhooksQuery } from './webhooks';

/** What waits for a webhook goes with it: so it is removed only once the time to undo has passed. */
export function useWebhookRemoval(org: string) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const remove = ({ id, name }: Webhook) => {
    setHidden((now) => new Set([...now, id]));
    toasts.doLater(
      t('webhooks.removed', { name }),
      () => deleteWebhook(org, id).then(() => queries.invalidateQueries(webhooksQuery(org))),
      () => setHidden((now) => new Set([...now].filter((other) => other !== id))),
    );
  };
  return { hidden, remove };
}
