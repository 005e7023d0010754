import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { SubNav } from '@/ui/SubNav';

/** The pages of the organisation's storage. */
export function StorageHouse() {
  const { t } = useTranslation();
  const pages = `${pagesOf(useOrg())}/storage`;
  const mayManage = useMay('storage.manage');
  return (
    <SubNav
      label={t('rail.storage')}
      pages={[
        { to: `${pages}/buckets`, label: t('buckets.title'), with: [`${pages}/damages`] },
        { to: `${pages}/keys`, label: t('keys.title') },
        ...(mayManage
          ? [
              { to: `${pages}/webhooks`, label: t('webhooks.title') },
              { to: `${pages}/usage`, label: t('usage.title') },
            ]
          : []),
      ]}
    />
  );
}

/** Storage opens on its buckets. */
export function StorageStart() {
  const to: string = `${pagesOf(useOrg())}/storage/buckets`;
  return <Navigate to={to} replace />;
}
