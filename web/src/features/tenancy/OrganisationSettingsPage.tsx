import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Facts } from '@/ui/Facts';
import { Page, Section } from '@/ui/Page';
import { Asked } from '@/ui/States';
import { LogoField } from './LogoField';
import { LooksForm } from './LooksForm';
import type { MenuEntry } from './menu';
import { type OrganisationSettings, organisationQuery } from './organisation';

/** How an organisation looks, speaks and protects itself, and what it rents. */
export function OrganisationSettingsPage({ menu }: { menu: readonly MenuEntry[] }) {
  const { t } = useTranslation();
  const question = useQuery(organisationQuery(useOrg()));
  return (
    <Page title={t('settings.title')} description={t('settings.description')} width="form">
      <Asked question={question}>
        {({ value, etag }) => (
          <>
            <Section title={t('settings.logo')} description={t('settings.logo.hint')}>
              <LogoField name={value.name} logo={value.logo} />
            </Section>
            <Section title={t('settings.looks')}>
              <LooksForm key={etag} settings={value} etag={etag} menu={menu} />
            </Section>
            <Plan settings={value} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Plan({ settings }: { settings: OrganisationSettings }) {
  const { t, i18n } = useTranslation();
  return (
    <Section title={t('settings.plan')} description={t('settings.plan.hint')}>
      <Facts
        facts={[
          { label: t('organisations.shortName'), value: <code>{settings.shortName}</code> },
          { label: t('organisations.mailDomains'), value: settings.mailDomains.join(', ') || '–' },
          {
            label: t('organisations.people'),
            value: formatNumber(settings.planPeople, i18n.language),
          },
          {
            label: t('organisations.storage'),
            value: formatBytes(settings.planStorageBytes, i18n.language),
          },
        ]}
      />
    </Section>
  );
}
