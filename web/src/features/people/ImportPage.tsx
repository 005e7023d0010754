import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFilter } from '@/shared/filter';
import { useOrg } from '@/shared/place';
import { Page, Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { ImportFile } from './ImportFile';
import { ImportOutcome } from './ImportOutcome';
import { exportAddress, importQuery, previewImport } from './imports';
import { adminPeopleOf } from './people';

/** Brings in people from a spreadsheet: first a look at what would change, then all of it or nothing. */
export function ImportPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { filter, narrow } = useFilter('import');
  const people: string = adminPeopleOf(org);
  const preview = useMutation({
    mutationFn: (file: File) => previewImport(org, file),
    onSuccess: (read) => {
      queries.setQueryData(importQuery(org, read.id).queryKey, read);
      narrow({ import: read.id });
    },
    onError: toasts.fail,
  });

  return (
    <Page
      title={t('import.title')}
      description={t('import.description')}
      width="form"
      trail={<Link to={people}>{t('people.title')}</Link>}
      actions={
        <Button
          component="a"
          href={exportAddress(org)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('import.export')}
        </Button>
      }
    >
      <Stack gap={6}>
        <Section>
          <ImportFile reading={preview.isPending} onChosen={preview.mutate} />
        </Section>
        {filter.import && <Chosen id={filter.import} />}
      </Stack>
    </Page>
  );
}

function Chosen({ id }: { id: string }) {
  const org = useOrg();
  return (
    <Asked question={useQuery(importQuery(org, id))} rows={4}>
      {(read) => <ImportOutcome read={read} />}
    </Asked>
  );
}
