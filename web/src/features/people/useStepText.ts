import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { useDepartments } from './departments';
import type { Step } from './reorganisations';

/** One step of a reorganisation in words. */
export function useStepText(): (step: Step) => string {
  const { t } = useTranslation();
  const departments = useDepartments(useOrg()).data ?? [];
  const nameOf = (id?: string | null) =>
    departments.find((known) => known.id === id)?.name ?? t('reorganisations.unknown');
  return ({ kind, department, name, parent, to }) => {
    const top = parent ? nameOf(parent) : t('departments.top');
    switch (kind) {
      case 'OPEN':
        return t('step.text.OPEN', { name, parent: top });
      case 'MOVE':
        return t('step.text.MOVE', { name: nameOf(department), parent: top });
      case 'RENAME':
        return t('step.text.RENAME', { old: nameOf(department), name });
      case 'MOVE_PEOPLE':
        return t('step.text.MOVE_PEOPLE', { from: nameOf(department), to: nameOf(to) });
      case 'CLOSE':
        return t('step.text.CLOSE', { name: nameOf(department) });
    }
  };
}
