import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { useMe } from '@/shared/session';
import { SubNav } from '@/ui/SubNav';
import { adminPages } from './adminPages';

/** The pages of administration that this person may use. */
export function AdminHouse() {
  const { t } = useTranslation();
  const pages = pagesOf(useOrg());
  const { capabilities = [] } = useMe().data ?? {};
  return (
    <SubNav
      label={t('rail.admin')}
      pages={adminPages
        .filter(({ capability }) => capabilities.includes(capability))
        .map(({ path, label, with: others = [] }) => ({
          to: `${pages}/admin/${path}`,
          label: t(label),
          with: others.map((other) => `${pages}/admin/${other}`),
        }))}
    />
  );
}
