import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '@/shared/i18n';
import { Face, PersonLine } from '@/ui/Face';
import { useToasts } from '@/ui/Toasts';
import type { House } from './house';
import classes from './PersonMenu.module.css';

/** One's own account, how Dure looks and speaks, and the way out. */
export function PersonMenu({ house }: { house: House }) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const toasts = useToasts();
  const person = house.me;

  const signOut = async () => {
    const response = await fetch(`${house.api}/sessions/current`, { method: 'DELETE' });
    if (response.ok || response.status === 401) window.location.assign(`${house.pages}/sign-in`);
    else toasts.fail(new Error(response.statusText));
  };

  return (
    <Menu width={264} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.target}
          aria-label={t('shell.person', { name: person.name })}
        >
          <Face name={person.name} photo={person.photo} size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <PersonLine name={person.name} photo={person.photo} detail={person.login} size={40} />
        </div>
        <Menu.Item
          component={Link}
          to={`${house.pages}/account`}
          closeMenuOnClick
          leftSection={<IconUserCircle size={17} stroke={1.6} aria-hidden />}
        >
          {t('shell.account')}
        </Menu.Item>
        <Menu.Divider />
        <div className={classes.choice}>
          <span className={classes.choiceLabel}>{t('shell.theme')}</span>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('shell.theme')}
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: 'light', label: t('shell.theme.light') },
              { value: 'dark', label: t('shell.theme.dark') },
              { value: 'auto', label: t('shell.theme.auto') },
            ]}
          />
          <span className={classes.choiceLabel}>{t('shell.language')}</span>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('shell.language')}
            value={i18n.language}
            onChange={(language) => void chooseLanguage(language)}
            data={languages.map((language) => ({ value: language, label: ownName(language) }))}
          />
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={17} stroke={1.6} aria-hidden />}
          onClick={() => void signOut()}
        >
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A language in its own words: 한국어, English. */
function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
