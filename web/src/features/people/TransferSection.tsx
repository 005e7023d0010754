import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/errorText';
import { formatDate } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Columns, Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { ChangeStateTag } from './ChangeStateTag';
import { pathOf, useDepartments } from './departments';
import { PostFields } from './PostFields';
import { type Person, peopleKey } from './people';
import {
  cancelTransfer,
  enterTransfer,
  type Transfer,
  transfersKey,
  useTransfers,
} from './transfers';

/** Where a person works, and from when: a change may wait for its day. */
export function TransferSection({ person }: { person: Person }) {
  const { t } = useTranslation();
  const org = useOrg();
  const transfers = useTransfers(org, person.id).rows;
  return (
    <Section title={t('people.posts')} description={t('transfers.description')}>
      <Stack>
        <TransferForm person={person} />
        {transfers.length > 0 && (
          <Lines>
            {transfers.map((transfer) => (
              <TransferLine key={transfer.id} transfer={transfer} />
            ))}
          </Lines>
        )}
      </Stack>
    </Section>
  );
}

function useRefresh() {
  const org = useOrg();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: transfersKey(org) }),
      queries.invalidateQueries({ queryKey: peopleKey(org) }),
    ]);
}

function TransferForm({ person }: { person: Person }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const refresh = useRefresh();
  const form = useForm({ posts: person.posts, effectiveOn: '', note: '' });
  const send = form.submit(async ({ posts, effectiveOn, note }, key) => {
    const transfer = {
      person: person.id,
      replace: posts,
      effectiveOn: effectiveOn || undefined,
      note: note || undefined,
    };
    const { state } = await enterTransfer(org, transfer, key);
    toasts.say(t(state === 'PENDING' ? 'transfers.entered' : 'ui.saved'));
    await refresh();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <PostFields posts={form.values.posts} onChange={(posts) => form.set('posts', posts)} />
        <Columns>
          <TextInput
            type="date"
            label={t('transfers.effectiveOn')}
            description={t('transfers.effectiveOn.hint')}
            {...form.text('effectiveOn')}
          />
          <TextInput
            label={t('transfers.note')}
            description={t('transfers.note.hint')}
            {...form.text('note')}
          />
        </Columns>
        <FormFooter submit={t('transfers.enter')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}

function TransferLine({ transfer }: { transfer: Transfer }) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const refresh = useRefresh();
  const departments = useDepartments(org).data ?? [];
  const cancel = useMutation({
    mutationFn: () => cancelTransfer(org, transfer.id),
    onSuccess: refresh,
    onError: toasts.fail,
  });
  const { replace, add, end, effectiveOn, note } = transfer.transfer;
  const ids = [...(replace ?? []).map((post) => post.department), add?.department, end];
  const where = ids.flatMap((id) => (id ? [pathOf(departments, id)] : [])).join(', ');
  const failure = transfer.failure && problemText(transfer.failureCode, transfer.failure, t);
  return (
    <Line
      title={where || t('transfers.noPosts')}
      tag={<ChangeStateTag state={transfer.state} />}
      detail={[effectiveOn && formatDate(effectiveOn, i18n.language), note, failure]
        .filter(Boolean)
        .join(' · ')}
      actions={
        transfer.state === 'PENDING' && (
          <Button
            variant="subtle"
            color="red"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('transfers.cancel')}
          </Button>
        )
      }
    />
  );
}
