import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';

type PageProps = {
  title: string;
  description?: ReactNode;
  /** Where this page stands: links to the pages above it. */
  trail?: ReactNode;
  /** What can be done here; the most usual one last. */
  actions?: ReactNode;
  /** Reading and forms are narrow, tables take all the room. */
  width?: 'form' | 'page' | 'full';
  children: ReactNode;
};

/** One page: its name, what it is for, what can be done on it, and its content. */
export function Page({ title, description, trail, actions, width = 'page', children }: PageProps) {
  useTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {trail && <nav className={classes.trail}>{trail}</nav>}
          {/* Takes the focus when what had it is gone. */}
          <h1 tabIndex={-1}>{title}</h1>
          {description && <p className={classes.description}>{description}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

type SectionProps = {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Without its own padding, for tables that reach the border. */
  flush?: boolean;
  children: ReactNode;
};

/** A part of a page with a border of its own. */
export function Section({ title, description, actions, flush, children }: SectionProps) {
  return (
    <section className={classes.section} data-flush={flush || undefined}>
      {title && (
        <header className={classes.sectionHeader}>
          <div>
            <h2>{title}</h2>
            {description && <p className={classes.description}>{description}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  );
}

function useTitle(title: string) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('ui.windowTitle', { title });
  }, [title, t]);
}
