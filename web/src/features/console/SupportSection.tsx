import { NumberInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '@/shared/format';
import { FormFooter } from '@/ui/FormFooter';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Columns, Stack } from '@/ui/Stack';
import { Tag } from '@/ui/Tag';
import { useForm } from '@/ui/useForm';
import { askForSupport, supportQuery } from './support';

const usualMinutes = 60;
const tones = { ASKED: 'accent', GRANTED: 'good', REFUSED: 'plain', ENDED: 'plain' } as const;

/** Asks an organisation to let its operator look in; nothing is seen before it consents. */
export function SupportSection({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
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
              min={1}
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
          {accesses.map(({ id: access, reason, state, operatorName, minutes, askedAt }) => (
            <Line
              key={access}
              title={reason}
              tag={<Tag tone={tones[state]}>{t(`support.state.${state}`)}</Tag>}
              detail={t('support.asked', {
                name: operatorName,
                minutes,
                when: formatMoment(askedAt, i18n.language),
              })}
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}
