import type { ReactNode } from 'react';
import classes from './Stat.module.css';

type Props = { label: string; value: ReactNode; detail?: ReactNode };

/** One figure that someone looks at every morning. */
export function Stat({ label, value, detail }: Props) {
  return (
    <div className={classes.stat}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{value}</dd>
      {detail && <dd className={classes.detail}>{detail}</dd>}
    </div>
  );
}

/** Figures beside each other. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className={classes.stats}>{children}</dl>;
}
