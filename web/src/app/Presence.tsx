import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { supportQuery } from '@/features/tenancy/support';
import { formatMoment } from '@/shared/format';
import { operatorName } from '@/shared/place';
import type { House } from './house';
import classes from './Presence.module.css';
import { useLeave } from './useLeave';

/** That the operator's support looks in, or wants to: for the organisation, and for the visitor. */
export function Presence({ house }: { house: House }) {
  if (house.org === operatorName) return null;
  if (house.me.visiting) return <Visiting house={house} />;
  return (
    <>
      <Visitors house={house} />
      {house.me.capabilities.includes('support.decide') && <Asking house={house} />}
    </>
  );
}

function Bar({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.bar} role="status">
      <IconEye size={17} stroke={1.7} aria-hidden className={classes.icon} />
      <p className={classes.words}>{children}</p>
      {action}
    </div>
  );
}

function Visiting({ house }: { house: House }) {
  const { t, i18n } = useTranslation();
  const leave = useLeave(house);
  const until = house.me.visitors[0]?.until;
  return (
    <Bar
      action={
        <Button size="xs" variant="default" onClick={leave}>
          {t('presence.leave')}
        </Button>
      }
    >
      {t('presence.visiting', {
        organisation: house.me.organisation.name,
        until: until ? formatMoment(until, i18n.language) : '',
      })}
    </Bar>
  );
}

function Visitors({ house }: { house: House }) {
  const { t, i18n } = useTranslation();
  return house.me.visitors.map(({ name, until }) => (
    <Bar key={`${name} ${until}`} action={<ToSupport house={house} />}>
      {t('presence.visitor', { name, until: formatMoment(until, i18n.language) })}
    </Bar>
  ));
}

function Asking({ house }: { house: House }) {
  const { t } = useTranslation();
  const accesses = useQuery(supportQuery(house.org)).data ?? [];
  const asked = accesses.find(({ state }) => state === 'ASKED');
  if (!asked) return null;
  return (
    <Bar action={<ToSupport house={house} />}>
      {t('presence.asking', { name: asked.operatorName, reason: asked.reason })}
    </Bar>
  );
}

/** For those who decide on it. */
function ToSupport({ house }: { house: House }) {
  const { t } = useTranslation();
  const page: string = `${house.pages}/admin/support`;
  if (!house.me.capabilities.includes('support.decide')) return null;
  return (
    <Button size="xs" variant="default" component={Link} to={page}>
      {t('presence.open')}
    </Button>
  );
}
