import { TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { useMe } from '@/shared/session';
import { FormFooter } from '@/ui/FormFooter';
import { Page, Section } from '@/ui/Page';
import { Columns, Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { changeOwnProfile, type OwnProfile, ownProfileQuery } from './ownProfile';
import { PhotoField } from './PhotoField';

/** What one may change of oneself; the rest is for those who look after people. */
export function OwnProfilePage() {
  const { t } = useTranslation();
  const org = useOrg();
  const me = useMe().data;
  return (
    <Page title={t('account.profile')} description={t('account.profile.description')} width="form">
      <Section>
        <Stack>
          {me && <PhotoField id={me.id} name={me.name} tag={me.photo} />}
          <Asked question={useQuery(ownProfileQuery(org))} rows={4}>
            {({ value, etag }) => <ProfileForm key={etag} profile={value} etag={etag} />}
          </Asked>
        </Stack>
      </Section>
    </Page>
  );
}

function ProfileForm({ profile, etag }: { profile: OwnProfile; etag: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { latinName, chineseName, mobile, phone, extension } = profile;
  const form = useForm({ latinName, chineseName, mobile, phone, extension });
  const send = form.submit(async (values) => {
    await changeOwnProfile(org, etag, values);
    toasts.say(t('ui.saved'));
    await queries.invalidateQueries({ queryKey: [org] });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <Columns>
          <TextInput label={t('people.latinName')} {...form.text('latinName')} />
          <TextInput label={t('people.chineseName')} {...form.text('chineseName')} />
        </Columns>
        <Columns>
          <TextInput type="tel" label={t('people.mobile')} {...form.text('mobile')} />
          <TextInput type="tel" label={t('people.phone')} {...form.text('phone')} />
          <TextInput label={t('people.extension')} {...form.text('extension')} />
        </Columns>
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
