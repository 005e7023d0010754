import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/shared/format';
import { pagesOf, useOrg } from '@/shared/place';
import { Notice } from '@/ui/Notice';
import { storageQuery } from './storage';

/** Leads to the damaged objects, as long as there are any. */
export function DamageNotice() {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const damaged = useQuery(storageQuery(org)).data?.damaged ?? 0;
  const damages: string = `${pagesOf(org)}/storage/damages`;
  if (damaged === 0) return null;
  return (
    <Notice
      tone="warn"
      title={t('damages.some', { count: damaged, objects: formatNumber(damaged, i18n.language) })}
      action={
        <Button component={Link} to={damages} variant="default" size="xs">
          {t('damages.show')}
        </Button>
      }
    />
  );
}
