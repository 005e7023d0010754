import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { DetailFields } from './DetailFields';
import { changeOf, noDetails } from './details';
import { PostFields } from './PostFields';
import { createPerson, type Post, peopleKey } from './people';

type Props = { opened: boolean; onClose: () => void };

/** Enters a new person. */
export function NewPersonPanel({ opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t('people.add')} opened={opened} onClose={onClose}>
      <NewPersonForm onDone={onClose} />
    </SidePanel>
  );
}

const noPosts: Post[] = [];

function NewPersonForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm({ ...noDetails, kind: 'MEMBER', posts: noPosts });

  const send = form.submit(async ({ kind, posts, ...details }, key) => {
    const known = kind === 'GUEST' ? 'GUEST' : 'MEMBER';
    const person = await createPerson(org, { ...changeOf(details), posts, kind: known }, key);
    toasts.say(t('people.added', { name: person.name }));
    await queries.invalidateQueries({ queryKey: peopleKey(org) });
    onDone();
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <SegmentedControl
          aria-label={t('people.kind')}
          {...form.value('kind')}
          data={[
            { value: 'MEMBER', label: t('people.member') },
            { value: 'GUEST', label: t('people.guest') },
          ]}
        />
        <DetailFields form={form} />
        <PostFields posts={form.values.posts} onChange={(posts) => form.set('posts', posts)} />
        <FormFooter submit={t('people.add')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
