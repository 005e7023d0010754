import { Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languages, ownName } from '@/shared/i18n';
import { useOrg } from '@/shared/place';
import { ColourField } from '@/ui/ColourField';
import { FormFooter } from '@/ui/FormFooter';
import { Columns, Row, Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { timeZones } from '@/ui/timeZones';
import { useForm } from '@/ui/useForm';
import { MenuOrder } from './MenuOrder';
import type { MenuEntry } from './menu';
import { changeOrganisation, type OrganisationSettings } from './organisation';

type Props = { settings: OrganisationSettings; etag: string; menu: readonly MenuEntry[] };

/** Name, colour, language, time zone, modules, menu, and whether a second factor is demanded. */
export function LooksForm({ settings, etag, menu }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { name, colour, language, timeZone, modules, planModules, secondFactorDemanded } = settings;
  const { menuOrder, startPage } = settings;
  const form = useForm({
    name,
    colour,
    language,
    timeZone,
    modules,
    menuOrder,
    startPage,
    secondFactorDemanded,
  });
  const used = menu.filter(({ product }) => !product || form.values.modules.includes(product));

  const send = form.submit(async ({ modules: on, ...change }) => {
    const modulesOff = planModules.filter((module) => !on.includes(module));
    await changeOrganisation(org, etag, { ...change, modulesOff });
    toasts.say(t('ui.saved'));
    await queries.invalidateQueries({ queryKey: [org] });
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('organisations.name')}
          required
          withAsterisk={false}
          {...form.text('name')}
        />
        <ColourField label={t('settings.colour')} {...form.value('colour')} />
        <Columns>
          <Select
            label={t('organisations.language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: ownName(value) }))}
            {...form.value('language')}
            onChange={(next) => next && form.set('language', next)}
          />
          <Select
            label={t('organisations.timeZone')}
            searchable
            limit={40}
            allowDeselect={false}
            data={timeZones}
            {...form.value('timeZone')}
            onChange={(next) => next && form.set('timeZone', next)}
          />
        </Columns>
        {planModules.length > 0 && (
          <Checkbox.Group
            label={t('organisations.modules')}
            description={t('settings.modules.hint')}
            {...form.value('modules')}
          >
            <Row gap={4}>
              {planModules.map((module) => (
                <Checkbox
                  key={module}
                  value={module}
                  label={t(`product.${module}`, { defaultValue: module })}
                />
              ))}
            </Row>
          </Checkbox.Group>
        )}
        <MenuOrder
          entries={used}
          value={form.values.menuOrder}
          onChange={(order) => form.set('menuOrder', order)}
        />
        <Select
          label={t('settings.startPage')}
          description={t('settings.startPage.hint')}
          allowDeselect={false}
          data={used.map(({ id, label }) => ({ value: id, label }))}
          {...form.value('startPage')}
          value={
            used.some(({ id }) => id === form.values.startPage) ? form.values.startPage : 'home'
          }
          onChange={(next) => next && form.set('startPage', next)}
        />
        <Switch
          label={t('settings.secondFactor')}
          description={t('settings.secondFactor.hint')}
          {...form.checked('secondFactorDemanded')}
        />
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
