import { Checkbox, MultiSelect, Radio, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { FormFooter } from '@/ui/FormFooter';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { createKey, type IssuedKey, type KeyKind, keysQuery, rights } from './keys';
import { bucketsQuery } from './storage';

type Values = { name: string; kind: KeyKind; rights: string[]; buckets: string[] };

const empty: Values = { name: '', kind: 'PERSONAL', rights: ['READ', 'WRITE'], buckets: [] };

export function NewKeyForm({ onIssued }: { onIssued: (issued: IssuedKey) => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const mayManage = useMay('storage.manage');
  const { data: buckets = [] } = useQuery(bucketsQuery(org));
  const form = useForm(empty);
  const send = form.submit(async ({ name, kind, buckets: only, rights: chosen }, key) => {
    const request = {
      name,
      kind,
      rights: rights.filter((right) => chosen.includes(right)),
      buckets: only.length > 0 ? only : undefined,
    };
    const issued = await createKey(org, request, key);
    await queries.invalidateQueries(keysQuery(org));
    onIssued(issued);
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('keys.name')}
          description={t('keys.name.hint')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('name')}
        />
        {mayManage && (
          <Radio.Group
            label={t('keys.kind')}
            {...form.value('kind')}
            onChange={(kind) => form.set('kind', kind === 'APPLICATION' ? kind : 'PERSONAL')}
          >
            <Stack gap={2}>
              <Radio
                value="PERSONAL"
                label={t('keys.kind.PERSONAL')}
                description={t('keys.kind.PERSONAL.hint')}
              />
              <Radio
                value="APPLICATION"
                label={t('keys.kind.APPLICATION')}
                description={t('keys.kind.APPLICATION.hint')}
              />
            </Stack>
          </Radio.Group>
        )}
        <Checkbox.Group label={t('keys.rights')} {...form.value('rights')}>
          <Stack gap={2}>
            {rights.map((right) => (
              <Checkbox key={right} value={right} label={t(`keys.right.${right}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          label={t('keys.buckets')}
          description={t('keys.buckets.hint')}
          data={buckets.map(({ name }) => name)}
          searchable
          clearable
          {...form.value('buckets')}
        />
        <FormFooter submit={t('keys.add')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
