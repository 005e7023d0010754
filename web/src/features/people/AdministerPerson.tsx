import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { operatorName, useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Page, Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { DetailFields } from './DetailFields';
import { changeOf, detailsOf } from './details';
import { PhotoField } from './PhotoField';
import {
  adminPeopleOf,
  deactivate,
  editPerson,
  type Person,
  peopleKey,
  reactivate,
  usePerson,
} from './people';
import { TransferSection } from './TransferSection';

type Props = {
  id: string;
  /** What another module has to say about the person's account. */
  account: ReactNode;
};

/** One person's details, posts and state. */
export function AdministerPerson({ id, account }: Props) {
  const org = useOrg();
  return (
    <Asked question={usePerson(org, id)}>
      {({ value, etag }) => <Administer key={etag} person={value} etag={etag} account={account} />}
    </Asked>
  );
}

type AdministerProps = { person: Person; etag: string; account: ReactNode };

function Administer({ person, etag, account }: AdministerProps) {
  const { t } = useTranslation();
  const org = useOrg();
  const list: string = adminPeopleOf(org);
  return (
    <Page
      title={person.name}
      trail={<Link to={list}>{t(org === operatorName ? 'rail.operators' : 'people.title')}</Link>}
      actions={<StateAction person={person} />}
      width="form"
    >
      <Section title={t('photo.title')}>
        <PhotoField id={person.id} name={person.name} tag={person.photo} />
      </Section>
      {account}
      {org !== operatorName && <TransferSection key={person.version} person={person} />}
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
    const saved = await editPerson(org, person.id, etag, changeOf(details));
    const moved = saved.login !== person.login || saved.email !== person.email;
    toasts.say(t(moved && person.state === 'INVITED' ? 'people.saved.invited' : 'ui.saved'));
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
    mutationFn: () => (inactive ? reactivate : deactivate)(org, person),
    onSuccess: (changed) => {
      toasts.done(
        t(inactive ? 'people.reactivated' : 'people.deactivated', { name: person.name }),
        async () => {
          await (inactive ? deactivate : reactivate)(org, changed);
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
