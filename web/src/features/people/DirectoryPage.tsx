import { Button, Select } from '@mantine/core';
import { IconBinaryTree, IconUserSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { useOrg } from '@/shared/place';
import { DataTable } from '@/ui/DataTable';
import { Page, Section } from '@/ui/Page';
import { SearchField } from '@/ui/SearchField';
import { SidePanel } from '@/ui/SidePanel';
import { Asked, Empty } from '@/ui/States';
import { Toolbar } from '@/ui/Toolbar';
import { Tree } from '@/ui/Tree';
import classes from './DirectoryPage.module.css';
import { branchesOf, nodesOf, optionsOf, useDepartments } from './departments';
import { PersonCard } from './PersonCard';
import { usePeople } from './people';
import { useListingColumns } from './useListingColumns';

/** Everyone in the organisation: by department, by name, by initial consonants. */
export function DirectoryPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const { filter, narrow, enter, addressOf } = useFilter('q', 'department', 'person');
  const departments = useDepartments(org);
  const pages = usePeople(org, filter);
  const columns = useListingColumns();

  return (
    <Page
      title={t('rail.directory')}
      width="full"
      actions={
        <Button
          component={Link}
          to={`/o/${org}/directory/chart`}
          variant="default"
          leftSection={<IconBinaryTree size={16} aria-hidden />}
        >
          {t('directory.chart')}
        </Button>
      }
    >
      <div className={classes.directory}>
        <div className={classes.tree}>
          <Asked question={departments}>
            {(known) => (
              <Tree
                label={t('directory.departments')}
                nodes={[
                  { id: '', label: t('directory.everyone'), children: [] },
                  ...nodesOf(branchesOf(known)),
                ]}
                chosen={filter.department ?? ''}
                onChoose={(department) => narrow({ department })}
              />
            )}
          </Asked>
        </div>
        <Section flush>
          <Toolbar>
            <SearchField
              label={t('directory.search')}
              value={filter.q ?? ''}
              onSearch={(q) => narrow({ q })}
            />
            <Select
              className={classes.choice}
              aria-label={t('directory.departments')}
              placeholder={t('directory.everyone')}
              clearable
              searchable
              value={filter.department ?? null}
              onChange={(department) => narrow({ department })}
              data={optionsOf(departments.data ?? [])}
            />
          </Toolbar>
          <DataTable
            label={t('rail.directory')}
            pages={pages}
            columns={columns}
            rowKey={({ id }) => id}
            open={({ id }) => enter({ person: id })}
            address={({ id }) => addressOf({ person: id })}
            empty={
              <Empty icon={IconUserSearch} title={t('directory.none')}>
                {t('directory.none.why')}
              </Empty>
            }
          />
        </Section>
      </div>
      <SidePanel
        title={t('directory.person')}
        opened={filter.person !== undefined}
        onClose={() => narrow({ person: null })}
      >
        {filter.person && <PersonCard id={filter.person} />}
      </SidePanel>
    </Page>
  );
}
