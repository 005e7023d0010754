import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/errorText';
import { formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Meter } from '@/ui/Meter';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { Row, Stack } from '@/ui/Stack';
import { Stat, Stats } from '@/ui/Stat';
import { useToasts } from '@/ui/Toasts';
import { ImportErrors } from './ImportErrors';
import { applyImport, type Import, importQuery } from './imports';

/** What a file would change, its mistakes line by line, and its application. */
export function ImportOutcome({ read }: { read: Import }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Section title={t('import.preview')}>
      <Stack>
        <Stats>
          <Stat label={t('import.new')} value={count(read.newPeople)} />
          <Stat label={t('import.changed')} value={count(read.changedPeople)} />
          <Stat label={t('import.unchanged')} value={count(read.unchangedPeople)} />
          <Stat label={t('import.errors')} value={count(read.errorCount)} />
        </Stats>
        {read.errorCount > 0 && <ImportErrors read={read} />}
        <Progress read={read} />
      </Stack>
    </Section>
  );
}

function Progress({ read }: { read: Import }) {
  const { t } = useTranslation();
  const changes = read.newPeople + read.changedPeople;
  switch (read.state) {
    case 'PREVIEWED':
      if (read.errorCount > 0) return null;
      if (read.room !== undefined && read.newPeople > read.room) {
        return <Notice tone="bad">{t('import.room', { count: read.room })}</Notice>;
      }
      return <Apply id={read.id} changes={changes} />;
    case 'APPLYING':
      return (
        <Meter
          kind="progress"
          label={t('import.applying')}
          share={read.lines === 0 ? 0 : read.done / read.lines}
        />
      );
    case 'APPLIED':
      return <Notice tone="good">{t('import.applied')}</Notice>;
    case 'FAILED':
      return (
        <Notice tone="bad" title={t('import.failed')}>
          {read.failure && problemText(read.failureCode, read.failure, t)}
        </Notice>
      );
  }
}

function Apply({ id, changes }: { id: string; changes: number }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const apply = useMutation({
    mutationFn: () => applyImport(org, id),
    onSuccess: (read) => queries.setQueryData(importQuery(org, id).queryKey, read),
    onError: toasts.fail,
  });
  if (changes === 0) return <Notice>{t('import.nothing')}</Notice>;
  return (
    <Row>
      <Button loading={apply.isPending} onClick={() => apply.mutate()}>
        {t('import.apply', { count: changes })}
      </Button>
    </Row>
  );
}
