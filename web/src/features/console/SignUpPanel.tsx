import { Input, SegmentedControl, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Columns, Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { Invitation } from './Invitation';
import { organisationsKey, products, type SignedUp, type SignUp, signUp } from './organisations';
import { PlanFields } from './PlanFields';
import { ProfileFields } from './ProfileFields';

type Props = { opened: boolean; onClose: () => void };

const noDomains: string[] = [];
const firstPlan: SignUp['plan'] = {
  people: 50,
  storageBytes: 100 * 1024 ** 3,
  modules: [...products],
};

/** Signs an organisation up, and shows once the link with which its owner comes in. */
export function SignUpPanel({ opened, onClose }: Props) {
  const { t } = useTranslation();
  const [made, setMade] = useState<SignedUp>();
  const close = () => {
    onClose();
    setMade(undefined);
  };
  return (
    <SidePanel title={t('organisations.add')} opened={opened} onClose={close}>
      {made ? (
        <Invitation
          warning={t('organisations.invitation.once', { name: made.organisation.name })}
          path={made.invitation.path}
          onClose={close}
        />
      ) : (
        <SignUpForm onMade={setMade} />
      )}
    </SidePanel>
  );
}

function SignUpForm({ onMade }: { onMade: (made: SignedUp) => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    shortName: '',
    name: '',
    mailDomains: noDomains,
    language: i18n.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    state: 'TRIAL',
    plan: firstPlan,
    'owner.name': '',
    'owner.login': '',
    'owner.email': '',
  });

  const send = form.submit(async (values, key) => {
    const request: SignUp = {
      ...values,
      state: values.state === 'ACTIVE' ? 'ACTIVE' : 'TRIAL',
      owner: {
        name: values['owner.name'],
        login: values['owner.login'],
        email: values['owner.email'] || undefined,
      },
    };
    const { shortName, name, mailDomains, language, timeZone, plan, state, owner } = request;
    const asked = { shortName, name, mailDomains, language, timeZone, plan, state, owner };
    onMade(await signUp(asked, key));
    await queries.invalidateQueries({ queryKey: organisationsKey });
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('organisations.shortName')}
          description={t('organisations.shortName.hint')}
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('shortName')}
        />
        <ProfileFields form={form} />
        <Input.Wrapper label={t('organisations.state')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('organisations.state')}
            {...form.value('state')}
            data={[
              { value: 'TRIAL', label: t('organisations.state.TRIAL') },
              { value: 'ACTIVE', label: t('organisations.state.ACTIVE') },
            ]}
          />
        </Input.Wrapper>
        <PlanFields plan={form.values.plan} onChange={(plan) => form.set('plan', plan)} />
        <h3>{t('organisations.owner')}</h3>
        <Columns>
          <TextInput
            label={t('organisations.owner.name')}
            required
            withAsterisk={false}
            {...form.text('owner.name')}
          />
          <TextInput
            label={t('signIn.login')}
            autoCapitalize="none"
            required
            withAsterisk={false}
            {...form.text('owner.login')}
          />
        </Columns>
        <TextInput
          type="email"
          label={t('organisations.owner.email')}
          {...form.text('owner.email')}
        />
        <FormFooter
          submit={t('organisations.add.submit')}
          sending={form.sending}
          failure={form.failure}
        />
      </Stack>
    </form>
  );
}
