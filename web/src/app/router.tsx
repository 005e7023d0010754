import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { Broken } from './Broken';
import { ConsoleHouse } from './ConsoleHouse';
import { Missing } from './Missing';
import { OrganisationHouse } from './OrganisationHouse';

const signInPage = lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage');
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
    path: '/o/$org/sign-in',
    component: signInPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/console/sign-in',
    component: signInPage,
  }),
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
    component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => organisation,
    path: '/account/sessions',
    component: sessionsPage,
  }),
  createRoute({
    getParentRoute: () => organisation,
    path: '/admin/audit',
    component: auditPage,
  }),
] as const;

const operator = createRoute({
  getParentRoute: () => root,
  path: '/console',
  component: ConsoleHouse,
});

const operatorPages = [
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
    path: '/audit',
    component: auditPage,
  }),
  createRoute({
    getParentRoute: () => operator,
    path: '/account/sessions',
    component: sessionsPage,
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    ...before,
    organisation.addChildren(organisationPages),
    operator.addChildren(operatorPages),
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
