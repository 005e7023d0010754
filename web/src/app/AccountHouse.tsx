import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { SubNav } from '@/ui/SubNav';
import { accountPages } from './accountPages';

/** The pages of one's own account. */
export function AccountHouse() {
  const { t } = useTranslation();
  const pages = pagesOf(useOrg());
  return (
    <SubNav
      label={t('shell.account')}
      pages={accountPages.map(({ path, label }) => ({
        to: `${pages}/account/${path}`,
        label: t(label),
      }))}
    />
  );
}
