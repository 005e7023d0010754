import { Button, NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { Snippet } from '@/ui/Secret';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import classes from './BucketSettingsPage.module.css';
import { Needing, useLack } from './Needing';
import { type Part, type Settings, type Shown, useSave } from './settings';

const fields = ['expireDays', 'noncurrentDays', 'abortDays'] as const;
type Field = (typeof fields)[number];

/** What a switch begins with. */
const usual: Record<Field, number> = { expireDays: 365, noncurrentDays: 90, abortDays: 7 };

type Days = Partial<Record<Field, number>>;

const part = (days: Days, replacesAll: boolean): Part => ({
  kind: 'lifecycle',
  body: { ...days, replacesAll },
});

/** What ends by itself. Rules that say more than the form can are shown as they are. */
export function LifecycleSection(shown: Shown) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const { lifecycleText } = shown.settings;
  const lack = useLack('storage.write');
  return (
    <Section title={t('bucketSettings.lifecycle')} description={t('bucketSettings.lifecycle.what')}>
      <Needing lack={lack}>
        {lifecycleText != null && !replacing ? (
          <Stack>
            <Notice title={t('bucketSettings.lifecycle.complex')}>
              {t('bucketSettings.lifecycle.complex.why')}
            </Notice>
            <Snippet label={t('bucketSettings.lifecycle')} text={indented(lifecycleText)} />
            <div>
              <Button variant="default" onClick={() => setReplacing(true)}>
                {t('bucketSettings.lifecycle.replace')}
              </Button>
            </div>
          </Stack>
        ) : (
          <DaysForm {...shown} onDone={() => setReplacing(false)} />
        )}
      </Needing>
    </Section>
  );
}

function DaysForm({ onDone, ...shown }: Shown & { onDone: () => void }) {
  const { t } = useTranslation();
  const save = useSave(shown);
  const before = daysOf(shown.settings);
  const isComplex = shown.settings.lifecycleText != null;
  const form = useForm<Record<Field, number | undefined>>({
    expireDays: before.expireDays,
    noncurrentDays: before.noncurrentDays,
    abortDays: before.abortDays,
  });
  const send = form.submit(async (days) => {
    // Rules of programs cannot be put back from here.
    await save(part(days, isComplex), isComplex ? undefined : part(before, false));
    onDone();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        {isComplex && <Notice tone="warn">{t('bucketSettings.lifecycle.replaces')}</Notice>}
        {fields.map((field) => (
          <div key={field} className={classes.days}>
            <Switch
              label={t(`bucketSettings.lifecycle.${field}`)}
              description={t(`bucketSettings.lifecycle.${field}.what`)}
              checked={form.values[field] !== undefined}
              onChange={({ currentTarget }) =>
                form.set(field, currentTarget.checked ? usual[field] : undefined)
              }
            />
            {form.values[field] !== undefined && (
              <NumberInput
                aria-label={t('bucketSettings.lifecycle.after', {
                  what: t(`bucketSettings.lifecycle.${field}`),
                })}
                w={150}
                min={1}
                max={36_500}
                allowDecimal={false}
                suffix={t('bucketSettings.daysSuffix')}
                {...form.value(field)}
                onChange={(next) => form.set(field, Number(next))}
              />
            )}
          </div>
        ))}
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}

function daysOf({ lifecycle }: Settings): Days {
  return {
    expireDays: lifecycle?.expireDays ?? undefined,
    noncurrentDays: lifecycle?.noncurrentDays ?? undefined,
    abortDays: lifecycle?.abortDays ?? undefined,
  };
}

/** An element a line, for people. */
function indented(xml: string): string {
  let depth = 0;
  return xml
    .replaceAll('><', '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth--;
      const text = '  '.repeat(Math.max(depth, 0)) + line;
      if (/^<[^/?!][^>]*[^/]>$|^<\w>$/.test(line) && !line.includes('</')) depth++;
      return text;
    })
    .join('\n');
}
