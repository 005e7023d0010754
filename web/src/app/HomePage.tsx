import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatToday } from '@/shared/format';
import { pagesOf, useOrg } from '@/shared/place';
import { useMe } from '@/shared/session';
import { Page } from '@/ui/Page';
import { Asked } from '@/ui/States';
import classes from './HomePage.module.css';
import { entriesFor, isHome } from './house';
import { organisationModules } from './modules';

/** Where the day starts: who one is here, and the ways to everything one may do. */
export function HomePage() {
  const { t, i18n } = useTranslation();
  const pages = pagesOf(useOrg());
  return (
    <Asked question={useMe()}>
      {(me) => (
        <Page
          title={t('home.greeting', { name: me.name })}
          description={formatToday(i18n.language)}
        >
          <ul className={classes.cards}>
            {entriesFor(me, organisationModules)
              .filter((entry) => !isHome(entry))
              .map(({ id, label, purpose, path, icon: Icon }) => (
                <li key={id}>
                  <Link to={pages + path} className={classes.card}>
                    <span className={classes.icon}>
                      <Icon size={22} stroke={1.6} aria-hidden />
                    </span>
                    <span className={classes.words}>
                      <span className={classes.name}>{t(label)}</span>
                      {purpose && <span className={classes.purpose}>{t(purpose)}</span>}
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        </Page>
      )}
    </Asked>
  );
}
