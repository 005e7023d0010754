import { Button } from '@mantine/core';
import { IconArrowsShuffle, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/errorText';
import { formatDate } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { type Column, DataTable } from '@/ui/DataTable';
import { Page, Section } from '@/ui/Page';
import { SidePanel } from '@/ui/SidePanel';
import { Empty } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { ChangeStateTag } from './ChangeStateTag';
import { departmentsQuery } from './departments';
import { ReorganisationEditor } from './ReorganisationEditor';
import {
  cancelReorganisation,
  type Reorganisation,
  reorganisationsKey,
  useReorganisations,
} from './reorganisations';
import { useStepText } from './useStepText';

/** Changes of the tree of departments that take effect on a day, as one. */
export function ReorganisationsPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [entering, setEntering] = useState(false);
  return (
    <Page
      title={t('reorganisations.title')}
      description={t('reorganisations.description')}
      trail={
        <Link to="/o/$org/admin/departments" params={{ org }}>
          {t('directory.departments')}
        </Link>
      }
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEntering(true)}>
          {t('reorganisations.add')}
        </Button>
      }
    >
      <Section flush>
        <DataTable
          label={t('reorganisations.title')}
          pages={useReorganisations(org)}
          columns={useColumns()}
          rowKey={({ id }) => id}
          empty={
            <Empty icon={IconArrowsShuffle} title={t('reorganisations.none')}>
              {t('reorganisations.none.why')}
            </Empty>
          }
        />
      </Section>
      <SidePanel
        title={t('reorganisations.add')}
        opened={entering}
        onClose={() => setEntering(false)}
      >
        <ReorganisationEditor onDone={() => setEntering(false)} />
      </SidePanel>
    </Page>
  );
}

function useColumns(): Column<Reorganisation>[] {
  const { t, i18n } = useTranslation();
  const textOf = useStepText();
  return [
    {
      key: 'on',
      header: t('transfers.effectiveOn'),
      width: '140px',
      cell: ({ reorganisation: { effectiveOn } }) =>
        effectiveOn ? formatDate(effectiveOn, i18n.language) : '',
    },
    {
      key: 'steps',
      header: t('reorganisations.steps'),
      cell: ({ reorganisation: { steps, note }, failure, failureCode }) => {
        const remark = failure ? problemText(failureCode, failure, t) : note;
        return (
          <>
            {steps.map(textOf).join(' · ')}
            {remark && <div>{remark}</div>}
          </>
        );
      },
    },
    {
      key: 'state',
      header: t('people.state'),
      cell: ({ state }) => <ChangeStateTag state={state} />,
    },
    {
      key: 'act',
      header: t('grants.act'),
      align: 'end',
      cell: ({ id, state }) => state === 'PENDING' && <CancelButton id={id} />,
    },
  ];
}

function CancelButton({ id }: { id: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelReorganisation(org, id),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: reorganisationsKey(org) }),
        queries.invalidateQueries(departmentsQuery(org)),
      ]),
    onError: toasts.fail,
  });
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      {t('transfers.cancel')}
    </Button>
  );
}
