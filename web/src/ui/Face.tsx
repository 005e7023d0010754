import type { ReactNode } from 'react';
import { initials, tintOf } from '@/shared/initials';
import classes from './Face.module.css';

const tints = 6;

type FaceProps = { name: string; photo?: string | null; size?: 24 | 28 | 32 | 40 | 72 };

/** A person's picture, or their initials on a tint that stays theirs. */
export function Face({ name, photo, size = 28 }: FaceProps) {
  return (
    <span className={classes.face} data-size={size} data-tint={tintOf(name, tints)} aria-hidden>
      {photo ? <img src={photo} alt="" loading="lazy" /> : initials(name)}
    </span>
  );
}

type PersonProps = FaceProps & { detail?: ReactNode; tags?: ReactNode };

/** A person in a list: face, name, and a line about them. */
export function PersonLine({ name, photo, detail, tags, size = 28 }: PersonProps) {
  return (
    <span className={classes.person}>
      <Face name={name} photo={photo} size={size} />
      <span className={classes.words}>
        <span className={classes.name}>
          {name} {tags}
        </span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
    </span>
  );
}
