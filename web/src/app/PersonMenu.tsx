import {
  Popover,
  SegmentedControl,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, ownName } from '@/shared/i18n';
import { photoOf } from '@/shared/photo';
import { Face, PersonLine } from '@/ui/Face';
import type { House } from './house';
import classes from './PersonMenu.module.css';
import { useKeepLooks } from './useKeepLooks';
import { useLeave } from './useLeave';

const themes = { auto: 'SYSTEM', light: 'LIGHT', dark: 'DARK' } as const;

const accountOf = (house: House): string => `${house.pages}/account`;

/** One's own account, how Dure looks and speaks, and the way out. */
export function PersonMenu({ house }: { house: House }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { id, name, login } = house.me;
  const photo = photoOf(house.org, id, house.me.photo);

  return (
    <Popover
      width={264}
      position="bottom-end"
      shadow="md"
      withinPortal={false}
      trapFocus
      returnFocus
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <UnstyledButton className={classes.target} onClick={() => setOpened((now) => !now)}>
          <Face name={name} photo={photo} size={32} />
          <VisuallyHidden>{t('shell.person', { name })}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t('shell.person', { name })}>
        <div className={classes.who}>
          <PersonLine name={name} photo={photo} detail={login} size={40} />
        </div>
        {!house.me.visiting && (
          <>
            <Link to={accountOf(house)} className={classes.line} onClick={() => setOpened(false)}>
              <IconUserCircle size={17} stroke={1.6} aria-hidden />
              {t('shell.account')}
            </Link>
            <Preferences org={house.org} />
          </>
        )}
        <SignOut house={house} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Preferences({ org }: { org: string }) {
  const { t, i18n } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const keep = useKeepLooks(org);
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{t('shell.theme')}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('shell.theme')}
        value={colorScheme}
        onChange={(scheme) => keep({ theme: themes[scheme] })}
        data={[
          { value: 'light', label: t('shell.theme.light') },
          { value: 'dark', label: t('shell.theme.dark') },
          { value: 'auto', label: t('shell.theme.auto') },
        ]}
      />
      <span className={classes.label}>{t('shell.language')}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('shell.language')}
        value={i18n.language}
        onChange={(language) => keep({ language })}
        data={languages.map((language) => ({ value: language, label: ownName(language) }))}
      />
    </div>
  );
}

function SignOut({ house }: { house: House }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.line} onClick={useLeave(house)}>
      <IconLogout size={17} stroke={1.6} aria-hidden />
      {t(house.me.visiting ? 'presence.leave' : 'shell.signOut')}
    </UnstyledButton>
  );
}
