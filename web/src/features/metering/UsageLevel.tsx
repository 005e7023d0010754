import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Meter } from '@/ui/Meter';
import { Section } from '@/ui/Page';
import { Asked } from '@/ui/States';
import { levelQuery, marks } from './usage';
import { useAmounts } from './useAmounts';

/** How full the rented storage is now, with the marks from which on people are told. */
export function UsageLevel() {
  const { t, i18n } = useTranslation();
  const { bytes } = useAmounts();
  return (
    <Section>
      <Asked question={useQuery(levelQuery(useOrg()))} rows={1}>
        {({ usedBytes, quotaBytes, objects }) => (
          <Meter
            label={t('storage.used', { objects: formatNumber(objects, i18n.language) })}
            share={quotaBytes === 0 ? 1 : usedBytes / quotaBytes}
            marks={marks}
            detail={t('storage.of', { used: bytes(usedBytes), quota: bytes(quotaBytes) })}
          />
        )}
      </Asked>
    </Section>
  );
}
