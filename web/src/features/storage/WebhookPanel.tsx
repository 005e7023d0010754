import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Secret } from '@/ui/Secret';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import {
  createWebhook,
  type MadeWebhook,
  moveWebhook,
  type Webhook,
  webhooksQuery,
} from './webhooks';

/** What is being done with a webhook, beside the list. */
export type WebhookTask =
  | { kind: 'new' }
  | { kind: 'move'; webhook: Webhook }
  | { kind: 'made'; made: MadeWebhook; renewed: boolean };

type Props = {
  task: WebhookTask | undefined;
  onTask: (task: WebhookTask | undefined) => void;
};

export function WebhookPanel({ task, onTask }: Props) {
  const { t } = useTranslation();
  const title = {
    new: t('webhooks.add'),
    move: t('webhooks.move'),
    made: t('webhooks.secret'),
  }[task?.kind ?? 'new'];
  return (
    <SidePanel title={title} opened={task !== undefined} onClose={() => onTask(undefined)}>
      {task && <Task task={task} onTask={onTask} />}
    </SidePanel>
  );
}

function Task({ task, onTask }: { task: WebhookTask; onTask: Props['onTask'] }) {
  const { t } = useTranslation();
  switch (task.kind) {
    case 'new':
      return <NewForm onMade={(made) => onTask({ kind: 'made', made, renewed: false })} />;
    case 'move':
      return <MoveForm webhook={task.webhook} onDone={() => onTask(undefined)} />;
    case 'made':
      return (
        <Stack>
          <Secret
            warning={t('webhooks.once')}
            values={[
              { label: t('webhooks.secret'), value: task.made.secret },
              { label: t('webhooks.arn'), value: task.made.webhook.arn },
            ]}
          />
          {task.renewed && <p>{t('webhooks.renewed')}</p>}
        </Stack>
      );
  }
}

function NewForm({ onMade }: { onMade: (made: MadeWebhook) => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const form = useForm({ name: '', url: '' });
  const send = form.submit(async (values, key) => {
    const made = await createWebhook(org, values, key);
    await queries.invalidateQueries(webhooksQuery(org));
    onMade(made);
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('webhooks.name')}
          description={t('webhooks.name.hint')}
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('name')}
        />
        <TextInput
          type="url"
          label={t('webhooks.url')}
          description={t('webhooks.url.hint')}
          placeholder="https://"
          required
          withAsterisk={false}
          {...form.text('url')}
        />
        <FormFooter submit={t('webhooks.add')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}

function MoveForm({ webhook, onDone }: { webhook: Webhook; onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm({ url: webhook.url });
  const refresh = () => queries.invalidateQueries(webhooksQuery(org));
  const send = form.submit(async ({ url }) => {
    const moved = await moveWebhook(org, webhook, url);
    toasts.done(t('ui.saved'), () => moveWebhook(org, moved, webhook.url).then(refresh));
    await refresh();
    onDone();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          type="url"
          label={t('webhooks.url')}
          description={t('webhooks.url.hint')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('url')}
        />
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
