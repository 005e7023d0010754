import {
  IconAddressBook,
  IconBuildingCommunity,
  IconChartBar,
  IconChartHistogram,
  IconDatabase,
  IconHome,
  type IconProps,
  IconSettings,
  IconShieldCheck,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import type { ComponentType } from 'react';
import { adminPages } from './adminPages';

/** An entry of the rail. */
export type ModuleEntry = {
  id: string;
  label: ParseKeys;
  icon: ComponentType<IconProps>;
  /** What one does there, for those who have not been. */
  purpose?: ParseKeys;
  /** Its address below the house's, such as `/directory`. */
  path: string;
  group: 'work' | 'cloud' | 'run';
  /** What the organisation must rent and use for it. */
  product?: string;
  /** Any one of these shows the entry; without them everyone sees it. */
  capabilities?: readonly string[];
};

export const organisationModules: readonly ModuleEntry[] = [
  { id: 'home', label: 'rail.home', icon: IconHome, path: '/home', group: 'work' },
  {
    id: 'people',
    purpose: 'home.people',
    label: 'rail.directory',
    icon: IconAddressBook,
    path: '/directory',
    group: 'work',
  },
  {
    id: 'storage',
    purpose: 'home.storage',
    label: 'rail.storage',
    icon: IconDatabase,
    path: '/storage',
    group: 'cloud',
    product: 'storage',
    capabilities: ['storage.read', 'storage.manage'],
  },
  {
    id: 'admin',
    purpose: 'home.admin',
    label: 'rail.admin',
    icon: IconSettings,
    path: '/admin',
    group: 'run',
    capabilities: adminPages.map(({ capability }) => capability),
  },
];

export const consoleModules: readonly ModuleEntry[] = [
  { id: 'overview', label: 'rail.overview', icon: IconChartHistogram, path: '', group: 'work' },
  {
    id: 'organisations',
    label: 'rail.organisations',
    icon: IconBuildingCommunity,
    path: '/organisations',
    group: 'work',
  },
  { id: 'usage', label: 'rail.usage', icon: IconChartBar, path: '/usage', group: 'work' },
  {
    id: 'operators',
    label: 'rail.operators',
    icon: IconUsersGroup,
    path: '/operators',
    group: 'run',
  },
  { id: 'roles', label: 'roles.title', icon: IconUserShield, path: '/roles', group: 'run' },
  { id: 'audit', label: 'rail.audit', icon: IconShieldCheck, path: '/audit', group: 'run' },
];
