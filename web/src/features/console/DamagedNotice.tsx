import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatNumber } from '@/shared/format';
import { Notice } from '@/ui/Notice';
import { damagesQuery } from './damages';

/** That objects of an organisation are damaged, as long as they are. */
export function DamagedNotice({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const found = useQuery(damagesQuery(id)).data;
  if (!found?.latestAt) return null;
  const { objects, latestAt } = found;
  return (
    <Notice
      tone="warn"
      title={t('damages.some', { count: objects, objects: formatNumber(objects, language) })}
    >
      {t('storeDamages.latest', { at: formatMoment(latestAt, language) })}{' '}
      {t('storeDamages.theirs')}
    </Notice>
  );
}
