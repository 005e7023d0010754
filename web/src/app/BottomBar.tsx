import { Drawer, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverlay } from '@/ui/overlay';
import classes from './BottomBar.module.css';
import type { House } from './house';
import { RailLink } from './RailLink';

/** A thumb reaches four modules; the rest stand behind "more". */
const reach = 4;

/** The rail of a phone. */
export function BottomBar({ house }: { house: House }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const direct = house.entries.slice(0, house.entries.length > reach + 1 ? reach : reach + 1);
  const more = house.entries.length > direct.length;
  const overlay = useOverlay({ opened, onClose: () => setOpened(false) });
  return (
    <nav className={classes.bar} aria-label={t('shell.modules')}>
      {direct.map(({ id, label, icon: Icon, path }) => (
        <Link
          key={id}
          to={house.pages + path}
          activeOptions={{ exact: path === '', includeSearch: false }}
          className={classes.link}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          {t(label)}
        </Link>
      ))}
      {more && (
        <UnstyledButton className={classes.link} onClick={() => setOpened(true)}>
          <IconDots size={22} stroke={1.6} aria-hidden />
          {t('shell.more')}
        </UnstyledButton>
      )}
      <Drawer.Root {...overlay} position="bottom" size="auto">
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('shell.modules')}>
          <Drawer.Body onClick={() => setOpened(false)}>
            {house.entries.map((entry) => (
              <RailLink key={entry.id} entry={entry} pages={house.pages} />
            ))}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </nav>
  );
}
