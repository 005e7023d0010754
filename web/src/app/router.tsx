import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { AccountHouse } from './AccountHouse';
import { AccountPage } from './AccountPage';
import { AdminHouse } from './AdminHouse';
import { AdminPage } from './AdminPage';
import { Broken } from './Broken';
import { ConsoleHouse } from './ConsoleHouse';
import { Missing } from './Missing';
import { OrganisationHouse } from './OrganisationHouse';
import { StartPage } from './StartPage';
import { StorageModule } from './StorageModule';

const signInPage = lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage');
const linkPage = lazyRouteComponent(() => import('@/features/identity/LinkPage'), 'LinkPage');
const forgottenPage = lazyRouteComponent(
  () => import('@/features/identity/ForgottenPage'),
  'ForgottenPage',
);
const ownProfilePage = lazyRouteComponent(
  () => import('@/features/people/OwnProfilePage'),
  'OwnProfilePage',
);
const securityPage = lazyRouteComponent(
  () => import('@/features/identity/SecurityPage'),
  'SecurityPage',
);
const tokensPage = lazyRouteComponent(() => import('@/features/identity/TokensPage'), 'TokensPage');
const adminPeoplePage = lazyRouteComponent(
  () => import('@/features/people/AdminPeoplePage'),
  'AdminPeoplePage',
);
const adminPersonPage = lazyRouteComponent(() => import('./AdminPersonPage'), 'AdminPersonPage');
const rolesPage = lazyRouteComponent(() => import('@/features/authority/RolesPage'), 'RolesPage');
const auditPage = lazyRouteComponent(() => import('@/features/audit/AuditPage'), 'AuditPage');
const sessionsPage = lazyRouteComponent(
  () => import('@/features/identity/SessionsPage'),
  'SessionsPage',
);

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: Missing,
  errorComponent: Broken,
});

const before = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./DoorPage'), 'DoorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    component: lazyRouteComponent(
      () => import('@/features/identity/FirstStartPage'),
      'FirstStartPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-up',
    component: lazyRouteComponent(() => import('@/features/console/SignUpPage'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/o/$org/sign-in',
    component: signInPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/console/sign-in',
    component: signInPage,
  }),
  createRoute({ getParentRoute: () => root, path: '/o/$org/invitation', component: linkPage }),
  createRoute({ getParentRoute: () => root, path: '/o/$org/reset', component: linkPage }),
  createRoute({ getParentRoute: () => root, path: '/o/$org/forgotten', component: forgottenPage }),
  createRoute({ getParentRoute: () => root, path: '/console/invitation', component: linkPage }),
  createRoute({ getParentRoute: () => root, path: '/console/reset', component: linkPage }),
  createRoute({ getParentRoute: () => root, path: '/console/forgotten', component: forgottenPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/dev/ui',
    component: lazyRouteComponent(() => import('./DevelopersPage'), 'DevelopersPage'),
  }),
] as const;

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$org',
  component: OrganisationHouse,
});

const organisationPages = [
  createRoute({
    getParentRoute: () => organisation,
    path: '/',
    component: StartPage,
  }),
  createRoute({
    getParentRoute: () => organisation,
    path: '/home',
    component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => organisation,
    path: '/directory',
    component: lazyRouteComponent(() => import('@/features/people/DirectoryPage'), 'DirectoryPage'),
  }),
  createRoute({
    getParentRoute: () => organisation,
    path: '/directory/chart',
    component: lazyRouteComponent(() => import('@/features/people/ChartPage'), 'ChartPage'),
  }),
  createRoute({
    getParentRoute: () => organisation,
    path: '/people/$id',
    component: lazyRouteComponent(() => import('@/features/people/PersonPage'), 'PersonPage'),
  }),
] as const;

const storage = createRoute({
  getParentRoute: () => organisation,
  path: '/storage',
  component: StorageModule,
});

const bucketsPage = lazyRouteComponent(
  () => import('@/features/storage/BucketsPage'),
  'BucketsPage',
);

const storageRoutes = [
  createRoute({
    getParentRoute: () => storage,
    path: '/',
    component: lazyRouteComponent(() => import('@/features/storage/StorageHouse'), 'StorageStart'),
  }),
  createRoute({ getParentRoute: () => storage, path: '/buckets', component: bucketsPage }),
  createRoute({
    getParentRoute: () => storage,
    path: '/buckets/$bucket',
    component: lazyRouteComponent(() => import('@/features/storage/BucketPage'), 'BucketPage'),
  }),
  createRoute({
    getParentRoute: () => storage,
    path: '/buckets/$bucket/settings',
    component: lazyRouteComponent(
      () => import('@/features/storage/BucketSettingsPage'),
      'BucketSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => storage,
    path: '/webhooks',
    component: lazyRouteComponent(() => import('@/features/storage/WebhooksPage'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => storage,
    path: '/damages',
    component: lazyRouteComponent(() => import('@/features/storage/DamagesPage'), 'DamagesPage'),
  }),
  createRoute({
    getParentRoute: () => storage,
    path: '/keys',
    component: lazyRouteComponent(() => import('@/features/storage/KeysPage'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => storage,
    path: '/usage',
    component: lazyRouteComponent(() => import('@/features/metering/UsagePage'), 'UsagePage'),
  }),
] as const;

const account = createRoute({
  getParentRoute: () => organisation,
  path: '/account',
  component: AccountHouse,
});

const accountRoutes = [
  createRoute({ getParentRoute: () => account, path: '/', component: AccountPage }),
  createRoute({ getParentRoute: () => account, path: '/profile', component: ownProfilePage }),
  createRoute({ getParentRoute: () => account, path: '/security', component: securityPage }),
  createRoute({ getParentRoute: () => account, path: '/sessions', component: sessionsPage }),
  createRoute({ getParentRoute: () => account, path: '/tokens', component: tokensPage }),
] as const;

const admin = createRoute({
  getParentRoute: () => organisation,
  path: '/admin',
  component: AdminHouse,
});

const adminRoutes = [
  createRoute({ getParentRoute: () => admin, path: '/', component: AdminPage }),
  createRoute({
    getParentRoute: () => admin,
    path: '/organisation',
    component: lazyRouteComponent(() => import('./AdminOrganisationPage'), 'AdminOrganisationPage'),
  }),
  createRoute({ getParentRoute: () => admin, path: '/people', component: adminPeoplePage }),
  createRoute({ getParentRoute: () => admin, path: '/people/$id', component: adminPersonPage }),
  createRoute({
    getParentRoute: () => admin,
    path: '/import',
    component: lazyRouteComponent(() => import('@/features/people/ImportPage'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/groups',
    component: lazyRouteComponent(() => import('@/features/people/GroupsPage'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/departments',
    component: lazyRouteComponent(
      () => import('@/features/people/DepartmentsPage'),
      'DepartmentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/designations',
    component: lazyRouteComponent(
      () => import('@/features/people/DesignationsPage'),
      'DesignationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/reorganisations',
    component: lazyRouteComponent(
      () => import('@/features/people/ReorganisationsPage'),
      'ReorganisationsPage',
    ),
  }),
  createRoute({ getParentRoute: () => admin, path: '/roles', component: rolesPage }),
  createRoute({
    getParentRoute: () => admin,
    path: '/support',
    component: lazyRouteComponent(() => import('@/features/tenancy/SupportPage'), 'SupportPage'),
  }),
  createRoute({ getParentRoute: () => admin, path: '/audit', component: auditPage }),
] as const;

const operator = createRoute({
  getParentRoute: () => root,
  path: '/console',
  component: ConsoleHouse,
});

const operatorPages = [
  createRoute({
    getParentRoute: () => operator,
    path: '/',
    component: lazyRouteComponent(() => import('@/features/console/OverviewPage'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: '/operators',
    component: lazyRouteComponent(() => import('./OperatorsPage'), 'OperatorsPage'),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: '/operators/$id',
    component: adminPersonPage,
  }),
  createRoute({ getParentRoute: () => operator, path: '/roles', component: rolesPage }),
  createRoute({
    getParentRoute: () => operator,
    path: '/organisations',
    component: lazyRouteComponent(
      () => import('@/features/console/OrganisationsPage'),
      'OrganisationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: '/organisations/$id',
    component: lazyRouteComponent(
      () => import('@/features/console/OrganisationPage'),
      'OrganisationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: '/usage',
    component: lazyRouteComponent(
      () => import('@/features/metering/TenantUsagePage'),
      'TenantUsagePage',
    ),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: '/audit',
    component: auditPage,
  }),
] as const;

const operatorAccount = createRoute({
  getParentRoute: () => operator,
  path: '/account',
  component: AccountHouse,
});

const operatorAccountRoutes = [
  createRoute({ getParentRoute: () => operatorAccount, path: '/', component: AccountPage }),
  createRoute({
    getParentRoute: () => operatorAccount,
    path: '/profile',
    component: ownProfilePage,
  }),
  createRoute({
    getParentRoute: () => operatorAccount,
    path: '/security',
    component: securityPage,
  }),
  createRoute({
    getParentRoute: () => operatorAccount,
    path: '/sessions',
    component: sessionsPage,
  }),
  createRoute({
    getParentRoute: () => operatorAccount,
    path: '/tokens',
    component: tokensPage,
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    ...before,
    organisation.addChildren([
      ...organisationPages,
      account.addChildren(accountRoutes),
      admin.addChildren(adminRoutes),
      storage.addChildren(storageRoutes),
    ]),
    operator.addChildren([...operatorPages, operatorAccount.addChildren(operatorAccountRoutes)]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Missing,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
