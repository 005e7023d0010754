import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { modifier } from '@/shared/modifier';
import type { House } from './house';
import { OrganisationSwitcher } from './OrganisationSwitcher';
import { PersonMenu } from './PersonMenu';
import classes from './TopBar.module.css';

/** Search in the middle, one's own menu at the end; on a phone the organisation comes first. */
export function TopBar({ house, onSearch }: { house: House; onSearch: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <div className={classes.organisation}>
        <OrganisationSwitcher house={house} />
      </div>
      <UnstyledButton className={classes.search} onClick={onSearch} aria-keyshortcuts="Control+K /">
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span className={classes.hint}>{t('shell.search')}</span>
        <Kbd size="xs">{modifier} K</Kbd>
      </UnstyledButton>
      <div className={classes.end}>
        <ActionIcon className={classes.find} aria-label={t('shell.search')} onClick={onSearch}>
          <IconSearch size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
        <PersonMenu house={house} />
      </div>
    </header>
  );
}
