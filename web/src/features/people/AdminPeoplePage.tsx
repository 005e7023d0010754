import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Page } from '@/ui/Page';
import { AdminPeopleList } from './AdminPeopleList';
import { NewPersonPanel } from './NewPersonPanel';

/** The people of an organisation, for those who look after them. */
export function AdminPeoplePage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('people.title')}
      description={t('people.description')}
      actions={
        <>
          <Button component={Link} to={`/o/${org}/admin/import`} variant="default">
            {t('import.open')}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </>
      }
      width="full"
    >
      <AdminPeopleList label={t('people.title')} />
      <NewPersonPanel opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
