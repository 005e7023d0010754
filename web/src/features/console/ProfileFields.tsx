import { Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, ownName } from '@/shared/i18n';
import { Columns } from '@/ui/Stack';
import { timeZones } from '@/ui/timeZones';
import type { useForm } from '@/ui/useForm';

export type ProfileValues = {
  name: string;
  mailDomains: string[];
  language: string;
  timeZone: string;
};

type Form = Pick<ReturnType<typeof useForm<ProfileValues>>, 'text' | 'value' | 'set'>;

/** What an organisation is called and where it is at home. */
export function ProfileFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('organisations.name')}
        required
        withAsterisk={false}
        {...form.text('name')}
      />
      <Columns>
        <Select
          label={t('organisations.language')}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: ownName(value) }))}
          {...form.value('language')}
          onChange={(language) => language && form.set('language', language)}
        />
        <Select
          label={t('organisations.timeZone')}
          searchable
          limit={40}
          allowDeselect={false}
          data={timeZones}
          {...form.value('timeZone')}
          onChange={(zone) => zone && form.set('timeZone', zone)}
        />
      </Columns>
      <TagsInput
        label={t('organisations.mailDomains')}
        description={t('organisations.mailDomains.hint')}
        splitChars={[',', ' ']}
        {...form.value('mailDomains')}
      />
    </>
  );
}
