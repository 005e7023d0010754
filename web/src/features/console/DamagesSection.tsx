import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatNumber } from '@/shared/format';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { damagesQuery, type StoreDamages } from './damages';

/** What the disks did not give back as it was stored: how much of whom, and places without a name. */
export function DamagesSection() {
  const { t } = useTranslation();
  const question = useQuery(damagesQuery);
  const isEmpty = question.data && sizeOf(question.data) === 0;
  return (
    <Section
      title={t('storeDamages.title')}
      description={t('storeDamages.description')}
      flush={question.data && !isEmpty}
    >
      <Asked question={question} rows={2}>
        {(damages) =>
          sizeOf(damages) === 0 ? (
            <Empty icon={IconCircleCheck} title={t('storeDamages.none')} />
          ) : (
            <Found damages={damages} />
          )
        }
      </Asked>
    </Section>
  );
}

function sizeOf({ organisations, unreadable }: StoreDamages): number {
  return organisations.length + unreadable.length;
}

function Found({ damages: { organisations, unreadable } }: { damages: StoreDamages }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <Lines>
      {organisations.map(({ id, name, objects, latestAt }) => (
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
      {unreadable.map(({ place, reason, foundAt, seenAt }) => (
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
