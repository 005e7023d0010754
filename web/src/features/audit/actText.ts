import i18next, { type TFunction } from 'i18next';

/**
 * What was done, in words. Modules name their acts on the server, so the compiler cannot know
 * them; one without a text shows its name.
 */
export function actText(action: string, t: TFunction): string {
  const key: string = `act.${action}`;
  return i18next.exists(key) ? t(key, { defaultValue: action }) : action;
}
