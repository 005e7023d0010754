import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import type { ChangeState } from './transfers';

const tones = { PENDING: 'accent', APPLIED: 'good', CANCELLED: 'plain', FAILED: 'bad' } as const;

/** Whether a dated change waits for its day, or what became of it. */
export function ChangeStateTag({ state }: { state: ChangeState }) {
  const { t } = useTranslation();
  return <Tag tone={tones[state]}>{t(`change.${state}`)}</Tag>;
}
