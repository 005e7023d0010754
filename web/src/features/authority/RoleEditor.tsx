import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { capabilityText } from '@/shared/capability';
import { idempotencyKey } from '@/shared/http';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import {
  capabilitiesQuery,
  createRole,
  deleteRole,
  editRole,
  type Role,
  rolesQuery,
} from './roles';

const none: string[] = [];

type Props = {
  /** None for a new one. */
  role?: Role;
  onDone: () => void;
};

/** A role of the organisation's own. */
export function RoleEditor({ role, onDone }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const form = useForm({
    name: role?.name ?? '',
    description: role?.description ?? '',
    capabilities: role?.capabilities ?? none,
  });
  const send = form.submit(async (values, key) => {
    await (role ? editRole(org, role, values) : createRole(org, values, key));
    await queries.invalidateQueries(rolesQuery(org));
    onDone();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('people.name')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('name')}
        />
        <TextInput label={t('roles.purpose')} {...form.text('description')} />
        <Asked question={useQuery(capabilitiesQuery(org))}>
          {(capabilities) => (
            <Checkbox.Group label={t('roles.capabilities')} {...form.value('capabilities')}>
              <Stack gap={2}>
                {capabilities.map(({ name }) => (
                  <Checkbox
                    key={name}
                    value={name}
                    label={capabilityText(name, t)}
                    description={name}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </Asked>
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure}>
          {role && <DeleteButton role={role} onDone={onDone} />}
        </FormFooter>
      </Stack>
    </form>
  );
}

function DeleteButton({ role, onDone }: { role: Role; onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteRole(org, role.id),
    onSuccess: async () => {
      const { name, description, capabilities } = role;
      const refresh = () => queries.invalidateQueries(rolesQuery(org));
      toasts.done(t('roles.deleted', { name }), async () => {
        const again = { name, description, capabilities };
        await createRole(org, again, idempotencyKey());
        await refresh();
      });
      await refresh();
      onDone();
    },
    onError: toasts.fail,
  });
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
      {t('roles.delete')}
    </Button>
  );
}
