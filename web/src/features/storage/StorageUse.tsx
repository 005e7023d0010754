import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Meter } from '@/ui/Meter';
import { Section } from '@/ui/Page';
import { Asked } from '@/ui/States';
import { marks, storageQuery } from './storage';

/** How much of the rented storage is used. */
export function StorageUse() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <Section>
      <Asked question={useQuery(storageQuery(useOrg()))} rows={1}>
        {({ usedBytes, quotaBytes, objects }) => (
          <Meter
            label={t('storage.used', { objects: formatNumber(objects, language) })}
            share={quotaBytes === 0 ? 1 : usedBytes / quotaBytes}
            marks={marks}
            detail={t('storage.of', {
              used: formatBytes(usedBytes, language),
              quota: formatBytes(quotaBytes, language),
            })}
          />
        )}
      </Asked>
    </Section>
  );
}
