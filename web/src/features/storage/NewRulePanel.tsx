import { Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { SidePanel } from '@/ui/SidePanel';
import { Columns, Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useForm } from '@/ui/useForm';
import type { EventRule } from './settings';
import { eventKinds, useEventText } from './useEventText';
import { webhooksQuery } from './webhooks';

type Props = {
  opened: boolean;
  onClose: () => void;
  save: (rule: EventRule) => Promise<unknown>;
};

/** Chooses a webhook, and what it is told of. */
export function NewRulePanel({ opened, onClose, save }: Props) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t('bucketSettings.telling.add')} opened={opened} onClose={onClose}>
      <RuleForm onDone={onClose} save={save} />
    </SidePanel>
  );
}

function RuleForm({ save, onDone }: { save: Props['save']; onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const webhooks: string = `${pagesOf(org)}/storage/webhooks`;
  return (
    <Asked question={useQuery(webhooksQuery(org))} rows={3}>
      {(hooks) =>
        hooks.length === 0 ? (
          <Notice title={t('bucketSettings.telling.noHooks')}>
            <Link to={webhooks}>{t('webhooks.title')}</Link>
          </Notice>
        ) : (
          <Fields names={hooks.map(({ name }) => name)} save={save} onDone={onDone} />
        )
      }
    </Asked>
  );
}

type FieldsProps = { names: string[]; save: Props['save']; onDone: () => void };

function Fields({ names, save, onDone }: FieldsProps) {
  const { t } = useTranslation();
  const eventText = useEventText();
  const form = useForm({
    hook: names[0] ?? '',
    rules: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'],
    prefix: '',
    suffix: '',
  });
  const send = form.submit(async ({ hook, rules, prefix, suffix }) => {
    await save({ hook, events: rules, prefix, suffix });
    onDone();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <Select
          label={t('bucketSettings.telling.hook')}
          allowDeselect={false}
          data={names}
          value={form.values.hook}
          onChange={(hook) => form.set('hook', hook ?? '')}
        />
        <Checkbox.Group label={t('bucketSettings.telling.events')} {...form.value('rules')}>
          <Stack gap={2}>
            {eventKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={eventText(kind)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Columns>
          <TextInput
            label={t('bucketSettings.telling.prefix')}
            placeholder="scans/"
            {...form.text('prefix')}
          />
          <TextInput
            label={t('bucketSettings.telling.suffix')}
            placeholder=".pdf"
            {...form.text('suffix')}
          />
        </Columns>
        <FormFooter
          submit={t('bucketSettings.telling.add')}
          sending={form.sending}
          failure={form.failure}
        />
      </Stack>
    </form>
  );
}
