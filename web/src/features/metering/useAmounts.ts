import { useTranslation } from 'react-i18next';
import { formatBytes, formatDate, formatMoment, formatMonth, formatNumber } from '@/shared/format';
import type { Usage } from './usage';

/** Numbers and times as they are written here. */
export function useAmounts() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return {
    count: (value: number) => formatNumber(value, language),
    bytes: (value: number) => formatBytes(value, language),
    /** Bytes times hours: what storing comes to. */
    byteHours: (value: number) => t('usage.byteHours', { bytes: formatBytes(value, language) }),
    time: (at: string, by: Usage['by']) => {
      switch (by) {
        case 'HOUR':
          return formatMoment(at, language);
        case 'DAY':
          return formatDate(at.slice(0, 10), language);
        case 'MONTH':
          return formatMonth(at, language);
      }
    },
  };
}
