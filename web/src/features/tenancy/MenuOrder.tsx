import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './MenuOrder.module.css';
import { type MenuEntry, moved, ordered } from './menu';

type Props = {
  entries: readonly MenuEntry[];
  value: readonly string[];
  onChange: (order: string[]) => void;
};

/** The order of the menu: an arrow moves an entry by one place. */
export function MenuOrder({ entries, value, onChange }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const shown = ordered(entries, value);
  const move = (index: number, by: 1 | -1) => onChange(moved(shown, index, by));
  return (
    <div>
      <p id={title} className={classes.title}>
        {t('settings.menuOrder')}
      </p>
      <ol aria-labelledby={title} className={classes.list}>
        {shown.map((entry, index) => (
          <li key={entry.id} className={classes.entry}>
            <span>{entry.label}</span>
            <Tooltip label={t('settings.menuOrder.up', { name: entry.label })}>
              <ActionIcon
                aria-label={t('settings.menuOrder.up', { name: entry.label })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('settings.menuOrder.down', { name: entry.label })}>
              <ActionIcon
                aria-label={t('settings.menuOrder.down', { name: entry.label })}
                disabled={index === shown.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ol>
    </div>
  );
}
