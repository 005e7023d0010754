import i18next, { type TFunction } from 'i18next';

/**
 * What a capability lets one do, in words. Modules declare theirs on the server, so the compiler
 * cannot know them; one without a text shows its name.
 */
export function capabilityText(name: string, t: TFunction): string {
  const key: string = `capability.${name}`;
  return i18next.exists(key) ? t(key, { defaultValue: name }) : name;
}
