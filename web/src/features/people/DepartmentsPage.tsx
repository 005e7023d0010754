import { Button } from '@mantine/core';
import { IconArrowsShuffle, IconBinaryTree, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { Tree } from '@/ui/Tree';
import { DepartmentForm } from './DepartmentForm';
import classes from './DepartmentsPage.module.css';
import { branchesOf, nodesOf, useDepartments } from './departments';

/** The tree of departments, and the one that is chosen. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [chosen, setChosen] = useState<string>();
  const reorganisations: string = `/o/${org}/admin/reorganisations`;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setChosen('')}>
      {t('departments.add')}
    </Button>
  );
  return (
    <Page
      title={t('directory.departments')}
      description={t('departments.description')}
      actions={
        <>
          <Button
            component={Link}
            to={reorganisations}
            variant="default"
            leftSection={<IconArrowsShuffle size={16} aria-hidden />}
          >
            {t('reorganisations.title')}
          </Button>
          {add}
        </>
      }
    >
      <Asked question={useDepartments(org)}>
        {(departments) => {
          const department = departments.find(({ id }) => id === chosen);
          return (
            <div className={classes.departments}>
              <Section>
                {departments.length === 0 ? (
                  <Empty icon={IconBinaryTree} title={t('directory.noDepartments')}>
                    {t('departments.none.why')}
                  </Empty>
                ) : (
                  <Tree
                    label={t('directory.departments')}
                    nodes={nodesOf(branchesOf(departments))}
                    chosen={chosen}
                    onChoose={setChosen}
                    openLevels={3}
                  />
                )}
              </Section>
              {(department || chosen === '') && (
                <Section title={department ? department.name : t('departments.add')}>
                  <DepartmentForm
                    key={department ? `${department.id}@${department.version}` : ''}
                    department={department}
                    departments={departments}
                    onChosen={setChosen}
                  />
                </Section>
              )}
            </div>
          );
        }}
      </Asked>
    </Page>
  );
}
