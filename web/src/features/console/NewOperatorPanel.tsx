import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Columns, Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { Invitation } from './Invitation';
import { inviteOperator, operatorRoles } from './operators';

type Invited = { name: string; path: string };

type Props = { opened: boolean; onClose: () => void; onInvited: () => void };

/** Adds somebody to the operator's staff, and shows once the link with which they come in. */
export function NewOperatorPanel({ opened, onClose, onInvited }: Props) {
  const { t } = useTranslation();
  const [invited, setInvited] = useState<Invited>();
  const close = () => {
    onClose();
    setInvited(undefined);
  };
  const show = (made: Invited) => {
    setInvited(made);
    onInvited();
  };
  return (
    <SidePanel title={t('operators.add')} opened={opened} onClose={close}>
      {invited ? (
        <Invitation
          warning={t('operators.invitation.once', { name: invited.name })}
          path={invited.path}
          onClose={close}
        />
      ) : (
        <NewOperatorForm onInvited={show} />
      )}
    </SidePanel>
  );
}

function NewOperatorForm({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const { t } = useTranslation();
  const form = useForm({ name: '', login: '', email: '', role: 'ADMINISTRATOR' });
  const send = form.submit(async ({ name, login, email, role }, key) => {
    const request = {
      name: name.trim(),
      login: login.trim(),
      email: email.trim() || undefined,
      role: operatorRoles.find((known) => known === role),
    };
    const { path } = await inviteOperator(request, key);
    onInvited({ name: request.name, path });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <Columns>
          <TextInput
            label={t('people.name')}
            required
            withAsterisk={false}
            data-autofocus
            {...form.text('name')}
          />
          <TextInput
            label={t('signIn.login')}
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            {...form.text('login')}
          />
        </Columns>
        <TextInput type="email" label={t('people.email')} {...form.text('email')} />
        <Radio.Group label={t('grants.role')} {...form.value('role')}>
          <Stack gap={2}>
            {operatorRoles.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`role.${role}`)}
                description={t(`operators.role.${role}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <FormFooter submit={t('operators.add')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
