import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import classes from './BucketSettingsPage.module.css';
import { type Part, type Shown, type TagValue, useSave } from './settings';

type Row = TagValue & { id: number };

const part = (tags: TagValue[]): Part => ({ kind: 'tags', body: { tags } });

/** Names and values that programs sort buckets by. */
export function TagsSection(shown: Shown) {
  const { t } = useTranslation();
  const save = useSave(shown);
  const before = shown.settings.tags;
  const form = useForm<{ tags: Row[] }>({ tags: before.map((tag, id) => ({ ...tag, id })) });
  const { tags } = form.values;
  const send = form.submit((values) =>
    save(part(values.tags.map(({ key, value }) => ({ key, value }))), part(before)),
  );
  const change = (id: number, to: Partial<TagValue>) =>
    form.set(
      'tags',
      tags.map((row) => (row.id === id ? { ...row, ...to } : row)),
    );
  const add = () => {
    const id = Math.max(-1, ...tags.map((row) => row.id)) + 1;
    form.set('tags', [...tags, { id, key: '', value: '' }]);
  };
  return (
    <Section title={t('bucketSettings.tags')} description={t('bucketSettings.tags.what')}>
      <form onSubmit={send}>
        <Stack>
          {tags.map(({ id, key, value }) => (
            <div key={id} className={classes.pair}>
              <TextInput
                label={t('bucketSettings.tags.key')}
                value={key}
                required
                withAsterisk={false}
                onChange={({ currentTarget }) => change(id, { key: currentTarget.value })}
              />
              <TextInput
                label={t('bucketSettings.tags.value')}
                value={value}
                onChange={({ currentTarget }) => change(id, { value: currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={t('bucketSettings.tags.remove', { key })}
                onClick={() =>
                  form.set(
                    'tags',
                    tags.filter((row) => row.id !== id),
                  )
                }
              >
                <IconTrash size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <FormFooter
            submit={t('ui.save')}
            sending={form.sending}
            failure={form.failure ?? form.value('tags').error}
          >
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={add}
            >
              {t('bucketSettings.tags.add')}
            </Button>
          </FormFooter>
        </Stack>
      </form>
    </Section>
  );
}
