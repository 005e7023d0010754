import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Page, Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { DetailFields } from './DetailFields';
import { changeOf, detailsOf } from './details';
import { deactivate, editPerson, type Person, peopleKey, reactivate, usePerson } from './people';

/** One person, for those who look after people. */
export function AdminPersonPage() {
  const org = useOrg();
  const { id = '' } = useParams({ strict: false });
  return (
    <Asked question={usePerson(org, id)}>
      {({ value, etag }) => <Administer key={etag} person={value} etag={etag} />}
    </Asked>
  );
}

function Administer({ person, etag }: { person: Person; etag: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  return (
    <Page
      title={person.name}
      trail={
        <Link to="/o/$org/admin/people" params={{ org }}>
          {t('people.title')}
        </Link>
      }
      actions={<StateAction person={person} />}
      width="form"
    >
      <Section title={t('people.details')}>
        <EditForm person={person} etag={etag} />
      </Section>
    </Page>
  );
}

function EditForm({ person, etag }: { person: Person; etag: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm(detailsOf(person));
  const send = form.submit(async (details) => {
    await editPerson(org, person.id, etag, changeOf(details));
    toasts.say(t('ui.saved'));
    await queries.invalidateQueries({ queryKey: peopleKey(org) });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <DetailFields form={form} />
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}

/** Deactivating keeps a person out and everything of theirs; it can be taken back at any time. */
function StateAction({ person }: { person: Person }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const inactive = person.state === 'INACTIVE';
  const refresh = () => queries.invalidateQueries({ queryKey: peopleKey(org) });
  const change = useMutation({
    mutationFn: () => (inactive ? reactivate : deactivate)(org, person.id),
    onSuccess: () => {
      toasts.done(
        t(inactive ? 'people.reactivated' : 'people.deactivated', { name: person.name }),
        async () => {
          await (inactive ? deactivate : reactivate)(org, person.id);
          await refresh();
        },
      );
      return refresh();
    },
    onError: toasts.fail,
  });
  return (
    <Button variant="default" loading={change.isPending} onClick={() => change.mutate()}>
      {t(inactive ? 'people.reactivate' : 'people.deactivate')}
    </Button>
  );
}
