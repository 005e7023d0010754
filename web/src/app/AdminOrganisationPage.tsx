import { useTranslation } from 'react-i18next';
import { OrganisationSettingsPage } from '@/features/tenancy/OrganisationSettingsPage';
import { organisationModules } from './modules';

/** The organisation's settings; which entries its menu can hold is for the shell to say. */
export function AdminOrganisationPage() {
  const { t } = useTranslation();
  const menu = organisationModules
    .filter(({ group }) => group !== 'run')
    .map(({ id, label, product }) => ({ id, label: t(label), product }));
  return <OrganisationSettingsPage menu={menu} />;
}
