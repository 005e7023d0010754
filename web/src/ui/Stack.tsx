import type { ReactNode } from 'react';
import classes from './Stack.module.css';

type Props = { gap?: 2 | 3 | 4 | 6; children: ReactNode };

/** Things under each other. */
export function Stack({ gap = 4, children }: Props) {
  return (
    <div className={classes.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things beside each other, which wrap where there is no room. */
export function Row({ gap = 2, children, spread }: Props & { spread?: boolean }) {
  return (
    <div className={classes.row} data-gap={gap} data-spread={spread || undefined}>
      {children}
    </div>
  );
}

/** Fields beside each other, under each other on a phone. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={classes.columns}>{children}</div>;
}
