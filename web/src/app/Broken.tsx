import { Button } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/States';

/** A page has failed by our own fault, or a newer version has replaced its parts. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Empty
      icon={IconBug}
      title={t('shell.broken')}
      action={<Button onClick={() => window.location.reload()}>{t('shell.reload')}</Button>}
    >
      {t('shell.broken.why')}
    </Empty>
  );
}
