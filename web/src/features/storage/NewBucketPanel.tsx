import { Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { BytesInput } from '@/ui/BytesInput';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { createBucket } from './storage';

type Props = { opened: boolean; onClose: () => void };

const empty = { name: '', limited: false, quotaBytes: 10 * 1024 ** 3 };

export function NewBucketPanel({ opened, onClose }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const form = useForm(empty);
  const send = form.submit(async ({ name, limited, quotaBytes }, key) => {
    await createBucket(org, { name, quotaBytes: limited ? quotaBytes : undefined }, key);
    await queries.invalidateQueries({ queryKey: [org, 'storage'] });
    form.reset(empty);
    onClose();
  });
  return (
    <SidePanel title={t('buckets.add')} opened={opened} onClose={onClose}>
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={t('buckets.name')}
            description={t('buckets.name.hint')}
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            data-autofocus
            {...form.text('name')}
          />
          <Switch label={t('buckets.limited')} {...form.checked('limited')} />
          {form.values.limited && (
            <BytesInput label={t('buckets.quota')} {...form.value('quotaBytes')} />
          )}
          <FormFooter submit={t('buckets.add')} sending={form.sending} failure={form.failure} />
        </Stack>
      </form>
    </SidePanel>
  );
}
