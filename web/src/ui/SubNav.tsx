import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './SubNav.module.css';

export type SubPage = {
  to: string;
  label: string;
  /** Pages of its own beside it, which have no entry. */
  with?: readonly string[];
};

type Props = { label: string; pages: SubPage[] };

/** The pages of one module: a column beside the content, a row above it on a phone. */
export function SubNav({ label, pages }: Props) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = pages.find((page) => [page.to, ...(page.with ?? [])].some((to) => isIn(path, to)));
  const row = useShownInRow(shown?.to);
  return (
    <div className={classes.frame}>
      <nav aria-label={label} className={classes.nav}>
        <p className={classes.label}>{label}</p>
        <ul ref={row} className={classes.list}>
          {pages.map((page) => (
            <li key={page.to}>
              <Link
                to={page.to}
                className={classes.link}
                data-shown={page === shown || undefined}
                activeOptions={{ includeSearch: false }}
              >
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

function isIn(path: string, page: string): boolean {
  return path === page || path.startsWith(`${page}/`);
}

/**
 * On a phone the row is wider than the screen: the entry of the page is brought into sight, and once
 * more when its font has come and the row has grown.
 */
function useShownInRow(shown: string | undefined) {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const entries = row.current;
    const frame = entries?.parentElement;
    const entry = shown && entries?.querySelector('[data-shown]');
    if (!entry || !frame) return;
    const watch = new ResizeObserver(() => {
      frame.scrollLeft += middleOf(entry) - middleOf(frame);
    });
    watch.observe(entries);
    return () => watch.disconnect();
  }, [shown]);
  return row;
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
