import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { FormFooter } from '@/ui/FormFooter';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { close, organisationsKey, resume, suspend, type Tenant } from './organisations';

type Act = 'suspend' | 'close';

/** Suspends, resumes and closes; each can be taken back, closing for thirty days. */
export function StandingActions({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>();
  const resuming = useResume(tenant);
  const { state } = tenant;
  const open = state === 'TRIAL' || state === 'ACTIVE';
  return (
    <>
      {open && (
        <Button variant="default" onClick={() => setAct('suspend')}>
          {t('organisations.suspend')}
        </Button>
      )}
      {(open || state === 'SUSPENDED') && (
        <Button variant="default" c="var(--bad)" onClick={() => setAct('close')}>
          {t('organisations.close')}
        </Button>
      )}
      {(state === 'SUSPENDED' || state === 'CLOSING') && (
        <Button loading={resuming.isPending} onClick={() => resuming.mutate()}>
          {t('organisations.resume')}
        </Button>
      )}
      <Dialog
        title={t(act === 'close' ? 'organisations.close' : 'organisations.suspend')}
        opened={act !== undefined}
        onClose={() => setAct(undefined)}
      >
        {act && <ReasonForm act={act} tenant={tenant} onDone={() => setAct(undefined)} />}
      </Dialog>
    </>
  );
}

function useResume(tenant: Tenant) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => resume(tenant.id),
    onSuccess: () => {
      toasts.say(t('organisations.resumed', { name: tenant.name }));
      return queries.invalidateQueries({ queryKey: organisationsKey });
    },
    onError: toasts.fail,
  });
}

type FormProps = { act: Act; tenant: Tenant; onDone: () => void };

function ReasonForm({ act, tenant, onDone }: FormProps) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm({ reason: '', name: '' });
  const closing = act === 'close';
  const refresh = () => queries.invalidateQueries({ queryKey: organisationsKey });

  const send = form.submit(async ({ reason }) => {
    await (closing ? close(tenant.id, reason) : suspend(tenant.id, reason));
    onDone();
    const done = closing ? 'organisations.closed' : 'organisations.suspended';
    toasts.done(t(done, { name: tenant.name }), async () => {
      await resume(tenant.id);
      await refresh();
    });
    await refresh();
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <p>{t(closing ? 'organisations.close.why' : 'organisations.suspend.why')}</p>
        <TextInput
          label={t('organisations.reason')}
          description={t('organisations.reason.hint')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('reason')}
        />
        {closing && (
          <TextInput
            label={t('organisations.close.name', { name: tenant.shortName })}
            required
            withAsterisk={false}
            pattern={tenant.shortName}
            autoComplete="off"
            {...form.text('name')}
          />
        )}
        <FormFooter
          submit={t(closing ? 'organisations.close' : 'organisations.suspend')}
          sending={form.sending}
          failure={form.failure}
          danger
        />
      </Stack>
    </form>
  );
}
