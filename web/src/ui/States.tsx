import { Button } from '@mantine/core';
import { IconCloudOff, IconLock, IconMoodEmpty, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@/shared/errorText';
import { hasStatus, problemCode } from '@/shared/problem';
import classes from './States.module.css';

type EmptyProps = {
  icon?: ComponentType<IconProps>;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
};

/** Nothing is here yet: why, and what to do about it. */
export function Empty({ icon: Icon = IconMoodEmpty, title, children, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.words}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

/** Something could not be read: what, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  // Refused only for now: to try again asks for the proof again.
  const unproved = problemCode(error) === 'proof-needed';
  const refused = hasStatus(error, 403) && !unproved;
  const again = retry && !refused && !hasStatus(error, 404);
  const Icon = refused || unproved ? IconLock : IconCloudOff;
  const title = refused ? 'ui.refused' : unproved ? 'ui.unproved' : 'ui.failed';
  return (
    <div className={classes.state} role="alert">
      <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <p className={classes.title}>{t(title)}</p>
      <div className={classes.words}>{errorText(error, t)}</div>
      {again && (
        <div className={classes.action}>
          <Button variant="default" onClick={retry}>
            {t('ui.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The shape of what is on its way. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: rows }, (_, row) => `${60 + ((row * 37) % 35)}%`).map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change
        <div key={row} className={classes.bar} style={{ width }} />
      ))}
    </div>
  );
}

type AskedProps<T> = {
  question: { data: T | undefined; error: unknown; refetch: () => unknown };
  rows?: number;
  children: (data: T) => ReactNode;
};

/** The answer to a question to the server, or why there is none yet. */
export function Asked<T>({ question, rows, children }: AskedProps<T>) {
  if (question.data !== undefined) return children(question.data);
  if (question.error) return <Failed error={question.error} retry={() => question.refetch()} />;
  return <Loading rows={rows} />;
}
