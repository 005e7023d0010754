import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import classes from './DepartmentsPage.module.css';
import { DesignationList } from './DesignationList';

/** The ranks and titles that posts have, the highest first. */
export function DesignationsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('designations.title')} description={t('designations.description')}>
      <div className={classes.departments}>
        <DesignationList kind="ranks" title={t('people.rank')} />
        <DesignationList kind="titles" title={t('people.jobTitle')} />
      </div>
    </Page>
  );
}
