import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Row, Stack } from '@/ui/Stack';
import { optionsOf, useDepartments } from './departments';
import classes from './PostFields.module.css';
import { type Step, type StepKind, stepKinds } from './reorganisations';

/** Which fields each kind of step needs. */
const fields: Record<StepKind, readonly ('department' | 'name' | 'parent' | 'to')[]> = {
  OPEN: ['name', 'parent'],
  MOVE: ['department', 'parent'],
  RENAME: ['department', 'name'],
  MOVE_PEOPLE: ['department', 'to'],
  CLOSE: ['department'],
};

type Props = {
  position: number;
  step: Step;
  onChange: (step: Step) => void;
  onRemove?: () => void;
};

/** One step of a reorganisation. */
export function StepField({ position, step, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const departments = optionsOf(useDepartments(useOrg()).data ?? []);
  const change = (next: Partial<Step>) => onChange({ ...step, ...next });
  return (
    <fieldset className={classes.post}>
      <Stack gap={2}>
        <Row spread>
          <strong>{t('reorganisations.step', { position })}</strong>
          {onRemove && (
            <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
              {t('reorganisations.removeStep')}
            </Button>
          )}
        </Row>
        <Select
          aria-label={t('reorganisations.step', { position })}
          allowDeselect={false}
          data={stepKinds.map((value) => ({ value, label: t(`step.kind.${value}`) }))}
          value={step.kind}
          onChange={(value) => {
            const kind = stepKinds.find((known) => known === value);
            if (kind) onChange({ kind });
          }}
        />
        {fields[step.kind].map((field) =>
          field === 'name' ? (
            <TextInput
              key={field}
              label={t('step.field.name')}
              required
              withAsterisk={false}
              value={step.name ?? ''}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            />
          ) : (
            <Select
              key={field}
              label={t(`step.field.${field}`)}
              placeholder={field === 'parent' ? t('departments.top') : undefined}
              required={field !== 'parent'}
              withAsterisk={false}
              clearable={field === 'parent'}
              searchable
              data={departments}
              value={step[field] ?? null}
              onChange={(id) => change({ [field]: id ?? undefined })}
            />
          ),
        )}
      </Stack>
    </fieldset>
  );
}
