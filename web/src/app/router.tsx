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

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: Missing,
  errorComponent: Broken,
});

const door = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./DoorPage'), 'DoorPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$org',
  component: OrganisationHouse,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/o/$org/sign-in',
  component: lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage'),
});

const operatorSignIn = createRoute({
  getParentRoute: () => root,
  path: '/console/sign-in',
  component: lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage'),
});

const firstStart = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(
    () => import('@/features/identity/FirstStartPage'),
    'FirstStartPage',
  ),
});

const home = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
});

const operator = createRoute({
  getParentRoute: () => root,
  path: '/console',
  component: ConsoleHouse,
});

const developers = createRoute({
  getParentRoute: () => root,
  path: '/dev/ui',
  component: lazyRouteComponent(() => import('./DevelopersPage'), 'DevelopersPage'),
});

const routes = root.addChildren([
  door,
  developers,
  firstStart,
  signIn,
  operatorSignIn,
  organisation.addChildren([home]),
  operator,
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Missing,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
