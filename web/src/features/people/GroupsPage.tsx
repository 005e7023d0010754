import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Line, Lines } from '@/ui/Lines';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { GroupPanel } from './GroupPanel';
import { type Group, groupsQuery } from './groups';
import { NewGroupPanel } from './NewGroupPanel';

/** People who belong together across departments. */
export function GroupsPage() {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Group>();
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('groups.add')}
    </Button>
  );
  return (
    <Page title={t('groups.title')} description={t('groups.description')} actions={add}>
      <Section flush>
        <Asked question={useQuery(groupsQuery(org))} rows={4}>
          {(groups) =>
            groups.length === 0 ? (
              <Empty icon={IconUsersGroup} title={t('groups.empty')} action={add} />
            ) : (
              <Lines>
                {groups.map((group) => (
                  <Line
                    key={group.id}
                    icon={<IconUsersGroup size={20} stroke={1.6} aria-hidden />}
                    title={group.name}
                    detail={group.description}
                    actions={
                      <Button variant="default" onClick={() => setOpened(group)}>
                        {t('groups.members', {
                          count: group.members,
                          number: formatNumber(group.members, i18n.language),
                        })}
                      </Button>
                    }
                  />
                ))}
              </Lines>
            )
          }
        </Asked>
      </Section>
      <NewGroupPanel opened={adding} onClose={() => setAdding(false)} />
      <GroupPanel group={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}
