import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverlay } from '@/ui/overlay';
import type { House } from './house';
import classes from './SearchPalette.module.css';
import { useFindings } from './useFindings';

type Props = { house: House; opened: boolean; onClose: () => void };

/** One field that finds people and pages; arrows choose, Enter goes there. */
export function SearchPalette({ house, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root {...useOverlay({ opened, onClose })} size={600} centered={false} yOffset="10vh">
      <Modal.Overlay className={classes.overlay} />
      <Modal.Content aria-label={t('shell.search')}>
        <Palette house={house} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Palette({ house, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useId();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const findings = useFindings(house, query);
  const chosen = Math.min(index, findings.length - 1);

  const go = (at: number) => {
    const finding = findings[at];
    if (!finding) return;
    onClose();
    void navigate({ to: finding.href });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setIndex(Math.min(chosen + 1, findings.length - 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.palette}>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={findings.length > 0 ? `${list}-${chosen}` : undefined}
          aria-label={t('shell.search')}
          placeholder={t('shell.search')}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setIndex(0);
          }}
        />
      </div>
      <div id={list} role="listbox" aria-label={t('shell.found')} className={classes.findings}>
        {findings.map((finding, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
          <div
            key={finding.href}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === chosen}
            className={classes.finding}
            onPointerMove={() => setIndex(at)}
            onClick={() => go(at)}
          >
            {finding.picture}
            <span className={classes.label}>{finding.label}</span>
            {finding.detail && <span className={classes.detail}>{finding.detail}</span>}
          </div>
        ))}
      </div>
      {findings.length === 0 && <p className={classes.none}>{t('shell.nothingFound')}</p>}
    </div>
  );
}
