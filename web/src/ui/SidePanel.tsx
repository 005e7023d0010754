import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string; opened: boolean; onClose: () => void; children: ReactNode };

/** Room beside the page for one thing, so that the list it came from stays in sight. */
export function SidePanel({ title, opened, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={460}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      styles={{ title: { fontWeight: 640, fontSize: 'var(--text-lg)' } }}
    >
      {children}
    </Drawer>
  );
}
