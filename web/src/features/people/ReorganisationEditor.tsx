import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Columns, Row, Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { departmentsQuery } from './departments';
import { enterReorganisation, reorganisationsKey, type Step } from './reorganisations';
import { StepField } from './StepField';

/** A step that keeps its identity on the screen while others come and go. */
type Line = Step & { key: number };

/** Enters a reorganisation: its steps, in order, and the day on which all take effect. */
export function ReorganisationEditor({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [lines, setLines] = useState<Line[]>([{ kind: 'OPEN', key: 0 }]);
  const form = useForm({ effectiveOn: '', note: '' });

  const send = form.submit(async ({ effectiveOn, note }, key) => {
    const steps = lines.map(({ key: _, ...step }) => step);
    const entered = { steps, effectiveOn: effectiveOn || undefined, note: note || undefined };
    const { state } = await enterReorganisation(org, entered, key);
    toasts.say(t(state === 'PENDING' ? 'transfers.entered' : 'ui.saved'));
    await queries.invalidateQueries({ queryKey: reorganisationsKey(org) });
    await queries.invalidateQueries(departmentsQuery(org));
    onDone();
  });

  return (
    <form onSubmit={send}>
      <Stack>
        {lines.map((line, index) => (
          <StepField
            key={line.key}
            position={index + 1}
            step={line}
            onChange={(step) =>
              setLines(lines.map((other) => (other === line ? { ...step, key: line.key } : other)))
            }
            onRemove={
              lines.length > 1 ? () => setLines(lines.filter((other) => other !== line)) : undefined
            }
          />
        ))}
        <Row>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setLines([...lines, { kind: 'OPEN', key: Date.now() }])}
          >
            {t('reorganisations.addStep')}
          </Button>
        </Row>
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
        <FormFooter
          submit={t('reorganisations.enter')}
          sending={form.sending}
          failure={form.failure}
        />
      </Stack>
    </form>
  );
}
