import { Button } from '@mantine/core';
import { IconPlus, IconShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capabilityText } from '@/shared/capability';
import { useOrg } from '@/shared/place';
import { roleName } from '@/shared/roleName';
import { Line, Lines } from '@/ui/Lines';
import { Page, Section } from '@/ui/Page';
import { SidePanel } from '@/ui/SidePanel';
import { Asked } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { GrantsSection } from './GrantsSection';
import { RoleEditor } from './RoleEditor';
import { type Role, rolesQuery } from './roles';

/** Who may do what: roles made of capabilities, and to whom they are granted. */
export function RolesPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [editing, setEditing] = useState<Role | 'new'>();
  return (
    <Page
      title={t('roles.title')}
      description={t('roles.description')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
          {t('roles.add')}
        </Button>
      }
    >
      <GrantsSection />
      <Section title={t('roles.list')} flush>
        <Asked question={useQuery(rolesQuery(org))}>
          {(roles) => (
            <Lines>
              {roles.map((role) => (
                <RoleLine key={role.id} role={role} onEdit={() => setEditing(role)} />
              ))}
            </Lines>
          )}
        </Asked>
      </Section>
      <SidePanel
        title={editing === 'new' ? t('roles.add') : t('roles.edit')}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      >
        {editing && (
          <RoleEditor
            role={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(undefined)}
          />
        )}
      </SidePanel>
    </Page>
  );
}

function RoleLine({ role, onEdit }: { role: Role; onEdit: () => void }) {
  const { t } = useTranslation();
  return (
    <Line
      icon={<IconShield size={20} stroke={1.6} aria-hidden />}
      title={roleName(role, t)}
      tag={role.builtIn && <Tag>{t('roles.builtIn')}</Tag>}
      detail={
        role.capabilities.map((name) => capabilityText(name, t)).join(', ') || role.description
      }
      actions={
        !role.builtIn && (
          <Button variant="subtle" onClick={onEdit}>
            {t('people.edit')}
          </Button>
        )
      }
    />
  );
}
