import { Link, Outlet } from '@tanstack/react-router';
import classes from './SubNav.module.css';

export type SubPage = { to: string; label: string };

type Props = { label: string; pages: SubPage[] };

/** The pages of one module: a column beside the content, a row above it on a phone. */
export function SubNav({ label, pages }: Props) {
  return (
    <div className={classes.frame}>
      <nav aria-label={label} className={classes.nav}>
        <p className={classes.label}>{label}</p>
        <ul className={classes.list}>
          {pages.map((page) => (
            <li key={page.to}>
              <Link to={page.to} className={classes.link} activeOptions={{ includeSearch: false }}>
                {page.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
