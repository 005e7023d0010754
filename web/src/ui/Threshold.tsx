import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, ownName } from '@/shared/i18n';
import classes from './Threshold.module.css';

type Props = {
  title: string;
  description?: ReactNode;
  /** A logo, or the letter that stands for one. */
  emblem?: ReactNode;
  children: ReactNode;
};

/** The pages before one is signed in: one task, in the middle, and the language. */
export function Threshold({ title, description, emblem, children }: Props) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = t('ui.windowTitle', { title });
  }, [title, t]);
  return (
    <div className={classes.threshold}>
      <main className={classes.card}>
        {emblem ?? <Mark />}
        <header>
          <h1>{title}</h1>
          {description && <p className={classes.description}>{description}</p>}
        </header>
        {children}
      </main>
      <footer className={classes.footer}>
        <SegmentedControl
          size="xs"
          aria-label={t('shell.language')}
          value={i18n.language}
          onChange={(language) => void chooseLanguage(language)}
          data={languages.map((value) => ({
            value,
            label: ownName(value),
          }))}
        />
      </footer>
    </div>
  );
}

/** Dure's own sign. */
export function Mark() {
  return <img src="/favicon.svg" alt="" width={40} height={40} />;
}
