import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { operatorName, useOrg } from '@/shared/place';
import { Columns } from '@/ui/Stack';
import type { useForm } from '@/ui/useForm';
import type { Details } from './details';

type Form = Pick<ReturnType<typeof useForm<Details>>, 'text'>;

/** Who a person is and how to reach them; of the operator's staff, no more than they sign in with. */
export function DetailFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const email = <TextInput type="email" label={t('people.email')} {...form.text('email')} />;
  return (
    <>
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
          {...form.text('login')}
        />
      </Columns>
      {useOrg() === operatorName ? email : <PersonnelFields form={form} email={email} />}
    </>
  );
}

function PersonnelFields({ form, email }: { form: Form; email: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Columns>
        <TextInput label={t('people.latinName')} {...form.text('latinName')} />
        <TextInput label={t('people.chineseName')} {...form.text('chineseName')} />
      </Columns>
      <Columns>
        <TextInput label={t('people.employeeNumber')} {...form.text('employeeNumber')} />
        {email}
      </Columns>
      <Columns>
        <TextInput type="tel" label={t('people.mobile')} {...form.text('mobile')} />
        <TextInput type="tel" label={t('people.phone')} {...form.text('phone')} />
        <TextInput label={t('people.extension')} {...form.text('extension')} />
      </Columns>
      <Columns>
        <TextInput type="date" label={t('people.birthday')} {...form.text('birthday')} />
        <TextInput type="date" label={t('people.hiredOn')} {...form.text('hiredOn')} />
      </Columns>
    </>
  );
}
