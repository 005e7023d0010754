import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format';
import { Page } from '@/ui/Page';
import { Asked } from '@/ui/States';
import classes from './HomePage.module.css';
import { entriesFor } from './house';
import { organisationModules } from './modules';
import { useMe } from './useHouse';

/** Where the day starts: who one is here, and the ways to everything one may do. */
export function HomePage() {
  const { t, i18n } = useTranslation();
  const { org = '' } = useParams({ strict: false });
  const pages: string = `/o/${org}`;
  const me = useMe();
  return (
    <Asked question={me}>
      {(known) => (
        <Page
          title={t('home.greeting', { name: known.name })}
          description={formatDate(new Date().toISOString(), i18n.language)}
        >
          <ul className={classes.cards}>
            {entriesFor(known, organisationModules)
              .filter(({ path }) => path !== '')
              .map(({ id, label, path, icon: Icon }) => (
                <li key={id}>
                  <Link to={pages + path} className={classes.card}>
                    <span className={classes.icon}>
                      <Icon size={22} stroke={1.6} aria-hidden />
                    </span>
                    <span className={classes.name}>{t(label)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </Page>
      )}
    </Asked>
  );
}
