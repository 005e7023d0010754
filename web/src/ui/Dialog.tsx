import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Overlay.module.css';
import { useOverlay } from './overlay';

type Props = { title: string; opened: boolean; onClose: () => void; children: ReactNode };

/** A short task in front of the page. */
export function Dialog({ title, opened, onClose, children }: Props) {
  const { t } = useTranslation();
  const overlay = useOverlay({ opened, onClose });
  return (
    <Modal.Root {...overlay} centered>
      <Modal.Overlay className={classes.overlay} />
      <Modal.Content radius="lg">
        <div className={classes.header}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('ui.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
