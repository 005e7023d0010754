import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { PersonSelect } from '@/ui/PersonSelect';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import {
  closeDepartment,
  createDepartment,
  type Department,
  departmentsQuery,
  editDepartment,
  moveDepartment,
  optionsOf,
} from './departments';

type Props = {
  /** None for a new one. */
  department?: Department;
  departments: Department[];
  onChosen: (id?: string) => void;
};

/** A department's name, its place in the tree and who leads it. */
export function DepartmentForm({ department, departments, onChosen }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm({
    name: department?.name ?? '',
    parent: department?.parent ?? '',
    head: department?.head?.id ?? '',
  });

  const save = async (known: Department, name: string, parent: string, head: string) => {
    await editDepartment(org, known, name, head || undefined);
    if (parent !== (known.parent ?? '')) {
      const siblings = departments.filter((other) => (other.parent ?? '') === parent);
      await moveDepartment(org, known.id, parent || undefined, siblings.length);
    }
  };

  const send = form.submit(async ({ name, parent, head }, key) => {
    if (department) await save(department, name, parent, head);
    else onChosen((await createDepartment(org, name, parent || undefined, key)).id);
    toasts.say(t('ui.saved'));
    await queries.invalidateQueries(departmentsQuery(org));
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('people.name')}
          required
          withAsterisk={false}
          autoFocus={!department}
          {...form.text('name')}
        />
        <Select
          label={t('departments.parent')}
          placeholder={t('departments.top')}
          clearable
          searchable
          data={optionsOf(departments).filter(({ value }) => value !== department?.id)}
          {...form.value('parent')}
          value={form.values.parent || null}
          onChange={(parent) => form.set('parent', parent ?? '')}
        />
        {department && (
          <PersonSelect
            label={t('departments.head')}
            name="head"
            chosen={department.head ?? undefined}
            onChoose={(head) => form.set('head', head ?? '')}
          />
        )}
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure}>
          {department && (
            <CloseButton department={department} onClosed={() => onChosen(undefined)} />
          )}
        </FormFooter>
      </Stack>
    </form>
  );
}

function CloseButton({ department, onClosed }: { department: Department; onClosed: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: () => closeDepartment(org, department.id),
    onSuccess: () => {
      onClosed();
      toasts.say(t('departments.closed', { name: department.name }));
      return queries.invalidateQueries(departmentsQuery(org));
    },
    onError: toasts.fail,
  });
  return (
    <Button variant="subtle" color="red" loading={close.isPending} onClick={() => close.mutate()}>
      {t('departments.close')}
    </Button>
  );
}
