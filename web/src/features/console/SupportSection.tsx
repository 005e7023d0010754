import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '@/shared/format';
import { pagesOf } from '@/shared/place';
import { useMe } from '@/shared/session';
import { FormFooter } from '@/ui/FormFooter';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Columns, Stack } from '@/ui/Stack';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import type { Tenant } from './organisations';
import { askForSupport, type Support, supportQuery, visit } from './support';

const usualMinutes = 60;
const tones = { ASKED: 'accent', GRANTED: 'good', REFUSED: 'plain', ENDED: 'plain' } as const;

/** Asks an organisation to let its operator look in; nothing is seen before it consents. */
export function SupportSection({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const { id } = tenant;
  const queries = useQueryClient();
  const accesses = useQuery(supportQuery(id)).data ?? [];
  const form = useForm({ reason: '', minutes: usualMinutes });
  const send = form.submit(async ({ minutes, reason }) => {
    await askForSupport(id, minutes, reason);
    form.reset({ reason: '', minutes: usualMinutes });
    await queries.invalidateQueries(supportQuery(id));
  });
  return (
    <Section title={t('support.title')} description={t('support.operator')}>
      <form onSubmit={send}>
        <Stack>
          <Columns>
            <TextInput
              label={t('organisations.reason')}
              required
              withAsterisk={false}
              {...form.text('reason')}
            />
            <NumberInput
              label={t('support.minutes')}
              min={5}
              max={1440}
              hideControls
              {...form.value('minutes')}
              onChange={(minutes) => form.set('minutes', Number(minutes))}
            />
          </Columns>
          <FormFooter submit={t('support.ask')} sending={form.sending} failure={form.failure} />
        </Stack>
      </form>
      {accesses.length > 0 && (
        <Lines>
          {accesses.map((access) => (
            <AccessLine key={access.id} tenant={tenant} access={access} />
          ))}
        </Lines>
      )}
    </Section>
  );
}

function AccessLine({ tenant, access }: { tenant: Tenant; access: Support }) {
  const { t, i18n } = useTranslation();
  const me = useMe().data;
  const { operatorName, minutes, reason, state, askedAt, endsAt } = access;
  const when = formatMoment(endsAt ?? askedAt, i18n.language);
  const mine = access.operator === me?.id;
  return (
    <Line
      title={reason}
      tag={<Tag tone={tones[state]}>{t(`support.state.${state}`)}</Tag>}
      detail={t(endsAt ? 'support.until' : 'support.asked', { name: operatorName, minutes, when })}
      actions={state === 'GRANTED' && mine && <Open tenant={tenant} access={access.id} />}
    />
  );
}

/** Goes into the organisation, as whoever asked and was let in. */
function Open({ tenant, access }: { tenant: Tenant; access: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const open = useMutation({
    mutationFn: () => visit(tenant.id, tenant.shortName, access),
    // A full load, so that nothing of the console stays in memory.
    onSuccess: () => window.location.assign(pagesOf(tenant.shortName)),
    onError: toasts.fail,
  });
  return (
    <Button
      leftSection={<IconEye size={16} aria-hidden />}
      loading={open.isPending}
      onClick={() => open.mutate()}
    >
      {t('support.open')}
    </Button>
  );
}
