import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { grouped, type House } from './house';
import { OrganisationSwitcher } from './OrganisationSwitcher';
import classes from './Rail.module.css';
import { RailLink } from './RailLink';

type Props = { house: House; folded: boolean; onFold: () => void };

/** The modules, at the left of every page. Made for twenty of them: it scrolls, groups and folds. */
export function Rail({ house, folded, onFold }: Props) {
  const { t } = useTranslation();
  const fold = t(folded ? 'shell.unfold' : 'shell.fold');

  return (
    <nav aria-label={t('shell.modules')} className={classes.rail} data-folded={folded || undefined}>
      <OrganisationSwitcher house={house} folded={folded} />
      <div className={classes.modules}>
        {grouped(house.entries, house.me.organisation).map((entries) => (
          <ul key={entries[0]?.id} className={classes.group}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <RailLink entry={entry} pages={house.pages} folded={folded} />
              </li>
            ))}
          </ul>
        ))}
      </div>
      <div className={classes.foot}>
        <Tooltip label={fold} position="right">
          <ActionIcon aria-label={fold} aria-expanded={!folded} onClick={onFold}>
            <IconLayoutSidebar size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
}
