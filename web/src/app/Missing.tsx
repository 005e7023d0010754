import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/States';

/** No page has this address. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <Empty
      icon={IconMapOff}
      title={t('shell.missing')}
      action={<Link to="/">{t('shell.toStart')}</Link>}
    >
      {t('shell.missing.why')}
    </Empty>
  );
}
