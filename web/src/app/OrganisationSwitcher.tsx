import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconLogin2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { knownOrganisations } from '@/shared/knownOrganisations';
import { Emblem } from '@/ui/Emblem';
import type { House } from './house';
import classes from './OrganisationSwitcher.module.css';

/** Which organisation this is, and the way to the others that one uses in this browser. */
export function OrganisationSwitcher({ house, folded }: { house: House; folded?: boolean }) {
  const { t } = useTranslation();
  const { organisation } = house.me;
  const others = knownOrganisations().filter((o) => o.shortName !== organisation.shortName);
  return (
    <Menu position="bottom-start" width={256} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher} data-folded={folded || undefined}>
          <Emblem name={organisation.name} />
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
        {others.length > 0 && <Menu.Label>{t('shell.otherOrganisations')}</Menu.Label>}
        {others.map((other) => (
          <Menu.Item key={other.shortName} component="a" href={`/o/${other.shortName}`}>
            {other.name}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
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
