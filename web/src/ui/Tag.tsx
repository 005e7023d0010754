import type { ReactNode } from 'react';
import type { Tone } from './Notice';
import classes from './Tag.module.css';

type Props = { tone?: Tone | 'accent'; dot?: boolean; children: ReactNode };

/** A state or a kind, in one or two words. */
export function Tag({ tone = 'plain', dot, children }: Props) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {dot && <span className={classes.dot} aria-hidden />}
      {children}
    </span>
  );
}
