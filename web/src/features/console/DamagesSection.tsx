import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatNumber } from '@/shared/format';
import type { Pages } from '@/shared/pages';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Empty, Failed, Loading } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import {
  type TenantDamages,
  type UnreadablePlace,
  useDamagedTenants,
  useUnreadablePlaces,
} from './damages';

/** What the disks did not give back as it was stored: how much of whom, and places without a name. */
export function DamagesSection() {
  const { t } = useTranslation();
  const tenants = useDamagedTenants();
  const places = useUnreadablePlaces();
  const isEmpty = [tenants, places].every(
    (pages) => !pages.isPending && !pages.error && !pages.hasMore && pages.rows.length === 0,
  );
  return (
    <Section
      title={t('storeDamages.title')}
      description={t('storeDamages.description')}
      flush={!isEmpty && !tenants.isPending && !places.isPending}
    >
      {isEmpty ? (
        <Empty icon={IconCircleCheck} title={t('storeDamages.none')} />
      ) : (
        <>
          <Listed pages={tenants}>
            <Tenants rows={tenants.rows} />
          </Listed>
          <Listed pages={places}>
            <Places rows={places.rows} />
          </Listed>
        </>
      )}
    </Section>
  );
}

/** What came of a list so far, and how to read on. */
function Listed<T>({ pages, children }: { pages: Pages<T>; children: ReactNode }) {
  const { t } = useTranslation();
  if (pages.isPending) return <Loading rows={2} />;
  return (
    <>
      {children}
      {pages.error && <Failed error={pages.error} retry={pages.retry} />}
      {pages.hasMore && (
        <Button variant="subtle" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('ui.more')}
        </Button>
      )}
    </>
  );
}

function Tenants({ rows }: { rows: TenantDamages[] }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <Lines>
      {rows.map(({ id, name, objects, latestAt }) => (
        <Line
          key={id}
          title={
            <Link to="/console/organisations/$id" params={{ id }}>
              {name}
            </Link>
          }
          tag={
            <Tag tone="bad">
              {t('damages.some', { count: objects, objects: formatNumber(objects, language) })}
            </Tag>
          }
          detail={t('storeDamages.latest', { at: formatMoment(latestAt, language) })}
        />
      ))}
    </Lines>
  );
}

function Places({ rows }: { rows: UnreadablePlace[] }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <Lines>
      {rows.map(({ place, reason, foundAt, seenAt }) => (
        <Line
          key={place}
          title={<code>{place}</code>}
          tag={<Tag tone="warn">{t('storeDamages.unreadable')}</Tag>}
          detail={[
            reason,
            t('storeDamages.seen', {
              found: formatMoment(foundAt, language),
              seen: formatMoment(seenAt, language),
            }),
          ].join(' · ')}
        />
      ))}
    </Lines>
  );
}
