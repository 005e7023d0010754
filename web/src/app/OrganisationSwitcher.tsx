import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconLogin2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { api, body } from '@/shared/http';
import { pagesOf } from '@/shared/place';
import { Emblem } from '@/ui/Emblem';
import type { House } from './house';
import classes from './OrganisationSwitcher.module.css';

/** Which organisation this is, and the way to the others that this browser is signed in to. */
export function OrganisationSwitcher({ house, folded }: { house: House; folded?: boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { organisation } = house.me;
  const logo = useFront(house.org).data?.logo;
  return (
    <Menu
      position="bottom-start"
      width={264}
      withinPortal={false}
      opened={opened}
      onChange={setOpened}
    >
      <Menu.Target>
        <UnstyledButton className={classes.switcher} data-folded={folded || undefined}>
          <Emblem name={organisation.name} logo={logo} />
          {folded && <VisuallyHidden>{organisation.name}</VisuallyHidden>}
          <VisuallyHidden>{t('shell.switch')}</VisuallyHidden>
          {!folded && (
            <>
              <span className={classes.name}>{organisation.name}</span>
              <IconChevronDown size={15} stroke={1.8} aria-hidden className={classes.chevron} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {opened && <Others current={organisation.shortName} />}
        <Menu.Item
          component={Link}
          to="/"
          leftSection={<IconLogin2 size={16} stroke={1.6} aria-hidden />}
        >
          {t('shell.signInElsewhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Others({ current }: { current: string }) {
  const { t } = useTranslation();
  const signedIn = useQuery({
    queryKey: ['sessions'],
    queryFn: () => body(api.GET('/api/sessions')),
  });
  const others = (signedIn.data?.items ?? []).filter(({ shortName }) => shortName !== current);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Label>{t('shell.otherOrganisations')}</Menu.Label>
      {others.map(({ shortName, name, personName }) => (
        // A full load, so that nothing of one organisation is left in memory for the next.
        <Menu.Item key={shortName} component="a" href={pagesOf(shortName)}>
          {name} <span className={classes.who}>{personName}</span>
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
