import { Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { PlanFields } from './PlanFields';
import {
  offerSelfSignUp,
  type SelfSignUpOffer,
  selfSignUpOfferQuery,
  selfSignUpQuery,
} from './signUp';

type Props = { opened: boolean; onClose: () => void };

/** Whether organisations may start here by themselves, and with what plan. */
export function SelfSignUpPanel({ opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t('selfSignUp.title')} opened={opened} onClose={onClose}>
      <Asked question={useQuery({ ...selfSignUpOfferQuery, enabled: opened })} rows={4}>
        {({ value, etag }) => <OfferForm key={etag} offer={value} etag={etag} onDone={onClose} />}
      </Asked>
    </SidePanel>
  );
}

type OfferProps = { offer: SelfSignUpOffer; etag: string; onDone: () => void };

function OfferForm({ offer, etag, onDone }: OfferProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toasts = useToasts();
  const form = useForm(offer);
  const send = form.submit(async (wanted) => {
    const saved = await offerSelfSignUp(etag, wanted);
    queries.setQueryData(selfSignUpOfferQuery.queryKey, saved);
    await queries.invalidateQueries(selfSignUpQuery);
    toasts.say(t('ui.saved'));
    onDone();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <Switch
          label={t('selfSignUp.open')}
          description={t('selfSignUp.open.hint')}
          data-autofocus
          {...form.checked('open')}
        />
        <PlanFields plan={form.values.plan} onChange={(plan) => form.set('plan', plan)} />
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
