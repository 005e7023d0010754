import type { ParseKeys } from 'i18next';

export const accountPages: readonly { path: string; label: ParseKeys }[] = [
  { path: 'sessions', label: 'sessions.title' },
];
