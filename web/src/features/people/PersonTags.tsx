import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import type { Person } from './people';

/** What is unusual about a person's place here; the usual says nothing. */
export function PersonTags({ state, kind }: Pick<Person, 'state' | 'kind'>) {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'GUEST' && <Tag>{t('people.guest')}</Tag>}
      {state === 'INACTIVE' && <Tag tone="warn">{t('people.state.INACTIVE')}</Tag>}
    </>
  );
}
