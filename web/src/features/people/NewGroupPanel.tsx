import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { createGroup, groupsKey } from './groups';

type Props = { opened: boolean; onClose: () => void };

const empty = { name: '', description: '' };

export function NewGroupPanel({ opened, onClose }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const form = useForm(empty);
  const send = form.submit(async (values, key) => {
    await createGroup(org, values, key);
    await queries.invalidateQueries({ queryKey: groupsKey(org) });
    form.reset(empty);
    onClose();
  });
  return (
    <SidePanel title={t('groups.add')} opened={opened} onClose={onClose}>
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={t('groups.name')}
            required
            withAsterisk={false}
            data-autofocus
            {...form.text('name')}
          />
          <Textarea label={t('groups.for')} autosize minRows={2} {...form.text('description')} />
          <FormFooter submit={t('groups.add')} sending={form.sending} failure={form.failure} />
        </Stack>
      </form>
    </SidePanel>
  );
}
