import type { ParseKeys } from 'i18next';

export const accountPages: readonly { path: string; label: ParseKeys }[] = [
  { path: 'profile', label: 'account.profile' },
  { path: 'security', label: 'security.title' },
  { path: 'sessions', label: 'sessions.title' },
  { path: 'tokens', label: 'tokens.title' },
];
