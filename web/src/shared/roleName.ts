import type { TFunction } from 'i18next';

const builtIn = ['OWNER', 'ADMINISTRATOR', 'MEMBER', 'GUEST'] as const;

/** The four roles that every organisation has are named in the reader's language. */
export function roleName(role: { id: string; name: string }, t: TFunction): string {
  const known = builtIn.find((id) => id === role.id);
  return known ? t(`role.${known}`) : role.name;
}
