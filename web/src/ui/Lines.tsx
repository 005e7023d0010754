import type { ReactNode } from 'react';
import classes from './Lines.module.css';
import { useKeptFocus } from './useKeptFocus';

/** A short list of things that are not worth columns. */
export function Lines({ children }: { children: ReactNode }) {
  return (
    <ul ref={useKeptFocus()} className={classes.lines}>
      {children}
    </ul>
  );
}

type Props = {
  icon?: ReactNode;
  title: ReactNode;
  tag?: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
};

export function Line({ icon, title, tag, detail, actions }: Props) {
  return (
    <li className={classes.line}>
      {icon && <span className={classes.icon}>{icon}</span>}
      <div className={classes.words}>
        <div className={classes.title}>
          {title} {tag}
        </div>
        {detail && <div className={classes.detail}>{detail}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
