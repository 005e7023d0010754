import type { ReactNode } from 'react';
import classes from './Toolbar.module.css';

/** What narrows the list below it. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={classes.toolbar}>{children}</div>;
}
