import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewOperatorPanel } from '@/features/console/NewOperatorPanel';
import { AdminPeopleList } from '@/features/people/AdminPeopleList';
import { peopleKey } from '@/features/people/people';
import { operatorName } from '@/shared/place';
import { useMay } from '@/shared/session';
import { Page } from '@/ui/Page';

/** The operator's staff, and how somebody joins it. */
export function OperatorsPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mayInvite = useMay('operators.manage');
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('rail.operators')}
      description={t('operators.description')}
      actions={
        mayInvite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('operators.add')}
          </Button>
        )
      }
      width="full"
    >
      <AdminPeopleList label={t('rail.operators')} />
      <NewOperatorPanel
        opened={adding}
        onClose={() => setAdding(false)}
        onInvited={() => void queries.invalidateQueries({ queryKey: peopleKey(operatorName) })}
      />
    </Page>
  );
}
