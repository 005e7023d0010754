import i18next, { type TFunction } from 'i18next';
import { type FieldProblem, ProblemError } from './problem';

/** A sentence for a person about whatever was thrown, in their language where it has a text for it. */
export function errorText(error: unknown, t: TFunction): string {
  if (!(error instanceof ProblemError)) return t('ui.error.network');
  const { code, detail, title, status } = error.problem;
  const known = worded(`problem.${code}`, t, {});
  if (known) return known;
  if (status === 404) return t('ui.error.missing');
  if (detail || title) return detail || title;
  if (status === 403) return t('ui.error.forbidden');
  return t('ui.error.server');
}

/** A sentence about a problem that the server met when nobody was waiting for the answer. */
export function problemText(code: string | null | undefined, detail: string, t: TFunction): string {
  return (code && worded(`problem.${code}`, t, {})) || detail;
}

/** A sentence about one field of a form. */
export function fieldText({ code, detail, limit }: FieldProblem, t: TFunction): string {
  return worded(`problem.field.${code}`, t, { limit }) ?? detail;
}

/** The server's codes are more than the compiler can know of; problems.test.ts sees that each has its text. */
function worded(key: string, t: TFunction, values: Record<string, unknown>): string | undefined {
  return i18next.exists(key) ? t(key, { defaultValue: '', ...values }) : undefined;
}
