import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ModuleEntry } from './modules';
import classes from './Rail.module.css';

type Props = { entry: ModuleEntry; pages: string; folded?: boolean };

/** A module's line in the rail; folded, its name is a tooltip. */
export function RailLink({ entry, pages, folded }: Props) {
  const { t } = useTranslation();
  const label = t(entry.label);
  const Icon = entry.icon;
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link
        to={pages + entry.path}
        activeOptions={{ exact: entry.path === '', includeSearch: false }}
        className={classes.link}
        aria-label={folded ? label : undefined}
      >
        <Icon size={19} stroke={1.6} aria-hidden />
        {!folded && <span className={classes.label}>{label}</span>}
      </Link>
    </Tooltip>
  );
}
