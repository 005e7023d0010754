import type { TFunction } from 'i18next';
import { ProblemError } from './problem';

/** A sentence for a person about whatever was thrown. */
export function errorText(error: unknown, t: TFunction): string {
  if (!(error instanceof ProblemError)) return t('ui.error.network');
  const { detail, title, status } = error.problem;
  if (detail || title) return detail || title;
  if (status === 403) return t('ui.error.forbidden');
  if (status === 404) return t('ui.error.missing');
  return t('ui.error.server');
}
