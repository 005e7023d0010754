import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { SubNav } from '@/ui/SubNav';

/** The pages of the organisation's storage. */
export function StorageHouse() {
  const { t } = useTranslation();
  const pages = `${pagesOf(useOrg())}/storage`;
  return (
    <SubNav
      label={t('rail.storage')}
      pages={[
        { to: `${pages}/buckets`, label: t('buckets.title') },
        { to: `${pages}/keys`, label: t('keys.title') },
      ]}
    />
  );
}

/** Storage opens on its buckets. */
export function StorageStart() {
  const to: string = `${pagesOf(useOrg())}/storage/buckets`;
  return <Navigate to={to} replace />;
}
