import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Overlay.module.css';
import { useOverlay } from './overlay';

type Props = { title: string; opened: boolean; onClose: () => void; children: ReactNode };

/** Room beside the page for one thing, so that the list it came from stays in sight. */
export function SidePanel({ title, opened, onClose, children }: Props) {
  const { t } = useTranslation();
  const overlay = useOverlay({ opened, onClose });
  return (
    <Drawer.Root {...overlay} position="right" size={480}>
      <Drawer.Overlay className={classes.overlay} />
      <Drawer.Content>
        <div className={classes.header}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('ui.close')} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
