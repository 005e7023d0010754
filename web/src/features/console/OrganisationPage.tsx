import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMoment } from '@/shared/format';
import { Facts } from '@/ui/Facts';
import { FormFooter } from '@/ui/FormFooter';
import { Notice } from '@/ui/Notice';
import { Page, Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { DamagedNotice } from './DamagedNotice';
import { LocksNotice } from './LocksNotice';
import {
  changeOrganisation,
  organisationQuery,
  organisationsKey,
  type Tenant,
} from './organisations';
import { PlanFields } from './PlanFields';
import { ProfileFields } from './ProfileFields';
import { StandingActions } from './StandingActions';
import { StateTag } from './StateTag';
import { SupportSection } from './SupportSection';

/** One organisation, as its operator sees it: what it rents and where it stands, never its content. */
export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false });
  const question = useQuery(organisationQuery(id));
  return (
    <Asked question={question}>
      {({ value, etag }) => <Organisation key={etag} tenant={value} etag={etag} />}
    </Asked>
  );
}

function Organisation({ tenant, etag }: { tenant: Tenant; etag: string }) {
  const { t, i18n } = useTranslation();
  return (
    <Page
      title={tenant.name}
      trail={<Link to="/console/organisations">{t('rail.organisations')}</Link>}
      actions={<StandingActions tenant={tenant} />}
      width="form"
    >
      {tenant.stateReason && (
        <Notice tone="warn" title={t(`organisations.state.${tenant.state}`)}>
          {tenant.stateReason}
          {tenant.closesAt && (
            <p>{t('organisations.closesAt', { at: formatDate(tenant.closesAt, i18n.language) })}</p>
          )}
        </Notice>
      )}
      <LocksNotice tenant={tenant} />
      <DamagedNotice id={tenant.id} />
      <Section>
        <Facts
          facts={[
            { label: t('organisations.state'), value: <StateTag state={tenant.state} /> },
            { label: t('organisations.shortName'), value: <code>{tenant.shortName}</code> },
            {
              label: t('organisations.since'),
              value: formatMoment(tenant.createdAt, i18n.language),
            },
          ]}
        />
      </Section>
      <Section title={t('organisations.profile')}>
        <EditForm tenant={tenant} etag={etag} />
      </Section>
      <SupportSection tenant={tenant} />
    </Page>
  );
}

function EditForm({ tenant, etag }: { tenant: Tenant; etag: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { name, mailDomains, language, timeZone, plan } = tenant;
  const form = useForm({ name, mailDomains, language, timeZone, plan });
  const send = form.submit(async (values) => {
    await changeOrganisation(tenant.id, etag, values);
    toasts.say(t('ui.saved'));
    await queries.invalidateQueries({ queryKey: organisationsKey });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <ProfileFields form={form} />
        <PlanFields plan={form.values.plan} onChange={(next) => form.set('plan', next)} />
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
