import { useTranslation } from 'react-i18next';
import type { Column } from '@/ui/DataTable';
import { requestsOf, type Used } from './usage';
import { useAmounts } from './useAmounts';

/** The columns of all that is counted. */
export function useUsedColumns<T>(usedOf: (row: T) => Used): Column<T>[] {
  const { t } = useTranslation();
  const { count, bytes, byteHours } = useAmounts();
  const column = (
    key: string,
    header: string,
    cell: (used: Used) => string,
    show?: 'wide',
  ): Column<T> => ({
    key,
    header,
    align: 'end',
    show,
    cell: (row) => cell(usedOf(row)),
  });
  return [
    column('stored', t('usage.stored'), (used) => byteHours(used.byteHours)),
    column('requests', t('usage.requests'), (used) => count(requestsOf(used))),
    column('writes', t('usage.writes'), ({ writes }) => count(writes), 'wide'),
    column('reads', t('usage.reads'), ({ reads }) => count(reads), 'wide'),
    column('deletes', t('usage.deletes'), ({ deletes }) => count(deletes), 'wide'),
    column('in', t('usage.in'), ({ bytesIn }) => bytes(bytesIn), 'wide'),
    column('out', t('usage.out'), ({ bytesOut }) => bytes(bytesOut), 'wide'),
  ];
}

/** A list that is there whole. */
export function whole<T>(rows: T[]) {
  return {
    rows,
    isPending: false,
    error: null,
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => {},
    retry: () => {},
  };
}
