import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay, useMe } from '@/shared/session';
import { Empty } from '@/ui/States';

type Props = { module: 'storage'; children: ReactNode };

/** The pages of a module that can be switched off: where it is, they say so. */
export function ModuleGate({ module, children }: Props) {
  const { modules } = useMe().data?.organisation ?? {};
  if (!modules) return null;
  return modules.includes(module) ? children : <ModuleOff module={module} />;
}

function ModuleOff({ module }: Pick<Props, 'module'>) {
  const { t } = useTranslation();
  const maySwitch = useMay('organisation.manage');
  const settings: string = `${pagesOf(useOrg())}/admin/organisation`;
  return (
    <Empty
      icon={IconPlugConnectedX}
      title={t('shell.off', { module: t(`product.${module}`) })}
      action={
        maySwitch && (
          <Button component={Link} to={settings} variant="default">
            {t('settings.title')}
          </Button>
        )
      }
    >
      {t(maySwitch ? 'shell.off.switch' : 'shell.off.why')}
    </Empty>
  );
}
