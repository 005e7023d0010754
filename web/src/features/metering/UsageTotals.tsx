import { useTranslation } from 'react-i18next';
import { Stat, Stats } from '@/ui/Stat';
import { requestsOf, type Used } from './usage';
import { useAmounts } from './useAmounts';

/** All that was used, in four figures. */
export function UsageTotals({ used }: { used: Used }) {
  const { t } = useTranslation();
  const { count, bytes, byteHours } = useAmounts();
  return (
    <Stats>
      <Stat label={t('usage.stored')} value={byteHours(used.byteHours)} />
      <Stat
        label={t('usage.requests')}
        value={count(requestsOf(used))}
        detail={t('usage.byClass', {
          writes: count(used.writes),
          reads: count(used.reads),
          deletes: count(used.deletes),
        })}
      />
      <Stat label={t('usage.in')} value={bytes(used.bytesIn)} />
      <Stat label={t('usage.out')} value={bytes(used.bytesOut)} />
    </Stats>
  );
}
