import type { ParseKeys } from 'i18next';

/** A page of administration, and what one needs to see it. */
export type AdminPage = {
  path: string;
  label: ParseKeys;
  capability: string;
  /** Pages that belong to it and have no entry of their own. */
  with?: readonly string[];
};

export const adminPages: readonly AdminPage[] = [
  { path: 'organisation', label: 'settings.title', capability: 'organisation.manage' },
  { path: 'people', label: 'people.title', capability: 'people.manage', with: ['import'] },
  { path: 'groups', label: 'groups.title', capability: 'people.manage' },
  {
    path: 'departments',
    label: 'directory.departments',
    capability: 'departments.manage',
    with: ['reorganisations'],
  },
  { path: 'designations', label: 'designations.title', capability: 'departments.manage' },
  { path: 'roles', label: 'roles.title', capability: 'authority.manage' },
  { path: 'support', label: 'support.title', capability: 'organisation.manage' },
  { path: 'audit', label: 'rail.audit', capability: 'audit.read' },
];
