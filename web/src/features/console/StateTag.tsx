import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import type { TenantState } from './organisations';

function toneOf(state: TenantState) {
  switch (state) {
    case 'TRIAL':
      return 'accent';
    case 'ACTIVE':
      return 'good';
    case 'SUSPENDED':
      return 'warn';
    case 'CLOSING':
    case 'CLOSED':
      return 'bad';
  }
}

/** Where an organisation stands in its life. */
export function StateTag({ state }: { state: TenantState }) {
  const { t } = useTranslation();
  return (
    <Tag tone={toneOf(state)} dot>
      {t(`organisations.state.${state}`)}
    </Tag>
  );
}
