import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format';
import { Dialog } from '@/ui/Dialog';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { organisationsKey, overrideLocks, type Tenant } from './organisations';

/** What an organisation that closes waits for, and the operator's way past it. */
export function LocksNotice({ tenant }: { tenant: Tenant }) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { locks } = tenant;
  if (!locks) return null;
  const versions = locks.versions.toLocaleString(i18n.language);
  if (locks.overridden) {
    return <Notice tone="warn">{t('organisations.locks.overridden', { versions })}</Notice>;
  }
  return (
    <Notice tone="warn" title={t('organisations.locks', { versions })}>
      <p>
        {locks.until
          ? t('organisations.locks.until', { at: formatDate(locks.until, i18n.language) })
          : t('organisations.locks.held')}
      </p>
      {tenant.state === 'CLOSING' && (
        <Button variant="default" c="var(--bad)" onClick={() => setAsked(true)}>
          {t('organisations.locks.override')}
        </Button>
      )}
      <Dialog
        title={t('organisations.locks.override')}
        opened={asked}
        onClose={() => setAsked(false)}
      >
        <OverrideForm tenant={tenant} onDone={() => setAsked(false)} />
      </Dialog>
    </Notice>
  );
}

function OverrideForm({ tenant, onDone }: { tenant: Tenant; onDone: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm({ reason: '', name: '' });
  const send = form.submit(async ({ reason }) => {
    await overrideLocks(tenant.id, reason);
    onDone();
    toasts.say(t('organisations.locks.done', { name: tenant.name }));
    await queries.invalidateQueries({ queryKey: organisationsKey });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <p>{t('organisations.locks.override.why')}</p>
        <TextInput
          label={t('organisations.reason')}
          description={t('organisations.locks.reason.hint')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('reason')}
        />
        <TextInput
          label={t('organisations.close.name', { name: tenant.shortName })}
          required
          withAsterisk={false}
          pattern={tenant.shortName}
          autoComplete="off"
          {...form.text('name')}
        />
        <FormFooter
          submit={t('organisations.locks.override')}
          sending={form.sending}
          failure={form.failure}
          danger
        />
      </Stack>
    </form>
  );
}
