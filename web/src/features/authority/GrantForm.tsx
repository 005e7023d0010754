import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { departmentChoices, designationChoices } from '@/shared/choices';
import { useOrg } from '@/shared/place';
import { roleName } from '@/shared/roleName';
import { FormFooter } from '@/ui/FormFooter';
import { PersonSelect } from '@/ui/PersonSelect';
import { Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { grantRole, grantsKey, rolesQuery, type SubjectKind, subjectKinds } from './roles';

/** Roles that come with being a member or a guest, and are not granted. */
const implied = ['MEMBER', 'GUEST'];

const firstKind: SubjectKind = 'PERSON';

/** Grants a role to a person, or to everyone of a rank, a title or a department. */
export function GrantForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery(org)).data ?? [];
  const departments = useQuery(departmentChoices(org)).data ?? [];
  const form = useForm({ role: '', kind: firstKind, subject: '', withBelow: true, scope: '' });
  const { kind, scope, subject, withBelow } = form.values;

  const send = form.submit(async ({ role }, key) => {
    const grant = { role, subject: { kind, id: subject, withBelow }, scope: scope || undefined };
    await grantRole(org, grant, key);
    await queries.invalidateQueries({ queryKey: grantsKey(org) });
    onDone();
  });

  return (
    <form onSubmit={send}>
      <Stack>
        <Select
          label={t('grants.role')}
          required
          withAsterisk={false}
          data-autofocus
          data={roles
            .filter(({ id }) => !implied.includes(id))
            .map((role) => ({ value: role.id, label: roleName(role, t) }))}
          {...form.value('role')}
          value={form.values.role || null}
          onChange={(role) => form.set('role', role ?? '')}
        />
        <SegmentedControl
          aria-label={t('grants.to')}
          value={kind}
          onChange={(next) => {
            form.set('kind', next);
            form.set('subject', '');
          }}
          data={subjectKinds.map((value) => ({ value, label: t(`grants.kind.${value}`) }))}
        />
        <SubjectField
          key={kind}
          kind={kind}
          chosen={subject}
          onChoose={(id) => form.set('subject', id)}
        />
        {kind === 'DEPARTMENT' && (
          <Checkbox label={t('grants.withBelow')} {...form.checked('withBelow')} />
        )}
        <Select
          label={t('grants.scope')}
          description={t('grants.scope.hint')}
          placeholder={t('grants.scope.all')}
          clearable
          searchable
          data={departments}
          {...form.value('scope')}
          value={scope || null}
          onChange={(next) => form.set('scope', next ?? '')}
        />
        <FormFooter submit={t('grants.add')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}

type SubjectProps = { kind: SubjectKind; chosen: string; onChoose: (id: string) => void };

function SubjectField({ kind, chosen, onChoose }: SubjectProps) {
  const { t } = useTranslation();
  const org = useOrg();
  const departments = useQuery(departmentChoices(org)).data ?? [];
  const ranks = useQuery(designationChoices(org, 'ranks')).data ?? [];
  const titles = useQuery(designationChoices(org, 'titles')).data ?? [];
  const label = t(`grants.kind.${kind}`);
  if (kind === 'PERSON') {
    return <PersonSelect label={label} name="subject" onChoose={(id) => onChoose(id ?? '')} />;
  }
  const data = { DEPARTMENT: departments, RANK: ranks, TITLE: titles }[kind];
  return (
    <Select
      label={label}
      name="subject"
      required
      withAsterisk={false}
      searchable
      data={data}
      value={chosen || null}
      onChange={(id) => onChoose(id ?? '')}
    />
  );
}
