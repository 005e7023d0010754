import { Button } from '@mantine/core';
import { IconPlus, IconUserShield } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentChoices, designationChoices } from '@/shared/choices';
import { formatDate } from '@/shared/format';
import { idempotencyKey } from '@/shared/http';
import { useOrg } from '@/shared/place';
import { roleName } from '@/shared/roleName';
import { type Column, DataTable } from '@/ui/DataTable';
import { Section } from '@/ui/Page';
import { SidePanel } from '@/ui/SidePanel';
import { Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { GrantForm } from './GrantForm';
import { type Grant, grantRole, grantsKey, revokeGrant, rolesQuery, useGrants } from './roles';

/** Who holds which role. */
export function GrantsSection() {
  const { t } = useTranslation();
  const org = useOrg();
  const [granting, setGranting] = useState(false);
  return (
    <Section
      title={t('grants.title')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setGranting(true)}
        >
          {t('grants.add')}
        </Button>
      }
      flush
    >
      <DataTable
        label={t('grants.title')}
        pages={useGrants(org)}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={<Empty icon={IconUserShield} title={t('grants.none')} />}
      />
      <SidePanel title={t('grants.add')} opened={granting} onClose={() => setGranting(false)}>
        <GrantForm onDone={() => setGranting(false)} />
      </SidePanel>
    </Section>
  );
}

/** The name of whoever holds a grant: a person, or all of a rank, title or department. */
function useSubjectName(): (grant: Grant) => string {
  const org = useOrg();
  const departments = useQuery(departmentChoices(org)).data ?? [];
  const ranks = useQuery(designationChoices(org, 'ranks')).data ?? [];
  const titles = useQuery(designationChoices(org, 'titles')).data ?? [];
  return ({ person, subject }) =>
    person ??
    [...departments, ...ranks, ...titles].find(({ value }) => value === subject.id)?.label ??
    subject.id;
}

function useColumns(): Column<Grant>[] {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const subjectName = useSubjectName();
  const roles = useQuery(rolesQuery(org)).data ?? [];
  const departments = useQuery(departmentChoices(org)).data ?? [];
  const nameOf = (id: string) => {
    const role = roles.find((known) => known.id === id);
    return role ? roleName(role, t) : id;
  };
  return [
    {
      key: 'subject',
      header: t('grants.to'),
      cell: (grant) => (
        <>
          <strong>{subjectName(grant)}</strong>{' '}
          {grant.subject.kind !== 'PERSON' && <Tag>{t(`grants.kind.${grant.subject.kind}`)}</Tag>}
        </>
      ),
    },
    { key: 'role', header: t('grants.role'), cell: ({ role }) => nameOf(role) },
    {
      key: 'scope',
      header: t('grants.scope'),
      show: 'wide',
      cell: ({ scope }) =>
        departments.find(({ value }) => value === scope)?.label ?? t('grants.scope.all'),
    },
    {
      key: 'at',
      header: t('grants.at'),
      show: 'wide',
      cell: ({ at }) => formatDate(at, i18n.language),
    },
    {
      key: 'act',
      header: t('grants.act'),
      align: 'end',
      cell: (grant) => <RevokeButton grant={grant} role={nameOf(grant.role)} />,
    },
  ];
}

function RevokeButton({ grant, role }: { grant: Grant; role: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: grantsKey(org) });
  const revoke = useMutation({
    mutationFn: () => revokeGrant(org, grant.id),
    onSuccess: () => {
      toasts.done(t('grants.revoked', { role }), async () => {
        const { subject, scope } = grant;
        const again = { role: grant.role, subject, scope: scope ?? undefined };
        await grantRole(org, again, idempotencyKey());
        await refresh();
      });
      return refresh();
    },
    onError: toasts.fail,
  });
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      loading={revoke.isPending}
      onClick={() => revoke.mutate()}
    >
      {t('grants.revoke')}
    </Button>
  );
}
