import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { Section } from '@/ui/Page';
import { Columns, Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { Needing, useLack } from './Needing';
import { type Part, type Shown, useSave } from './settings';
import { bucketsQuery } from './storage';

type Values = { bucket: string | null; prefix: string };

const part = ({ bucket, prefix }: Values): Part => ({
  kind: 'logging',
  body: bucket === null ? {} : { bucket, prefix },
});

/** In which bucket requests are written down. */
export function LoggingSection(shown: Shown) {
  const { t } = useTranslation();
  const save = useSave(shown);
  const { data: buckets = [] } = useQuery(bucketsQuery(shown.org));
  const { logging } = shown.settings;
  const before: Values = { bucket: logging?.bucket ?? null, prefix: logging?.prefix ?? '' };
  const form = useForm(before);
  const send = form.submit((values) => save(part(values), part(before)));
  return (
    <Section title={t('bucketSettings.logging')} description={t('bucketSettings.logging.what')}>
      <Needing lack={useLack('storage.read')}>
        <form onSubmit={send}>
          <Stack>
            <Columns>
              <Select
                label={t('bucketSettings.logging.bucket')}
                placeholder={t('bucketSettings.logging.nowhere')}
                clearable
                searchable
                data={buckets.map(({ name }) => name)}
                {...form.value('bucket')}
              />
              {form.values.bucket !== null && (
                <TextInput label={t('bucketSettings.logging.prefix')} {...form.text('prefix')} />
              )}
            </Columns>
            <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
          </Stack>
        </form>
      </Needing>
    </Section>
  );
}
