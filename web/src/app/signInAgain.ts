import { hasStatus } from '@/shared/problem';

/** Where one signs in to the part of Dure that a path belongs to. */
export function signInPathOf(path: string): string | undefined {
  if (path === '/console' || path.startsWith('/console/')) return '/console/sign-in';
  const organisation = /^\/o\/([^/]+)/.exec(path)?.[1];
  return organisation && `/o/${organisation}/sign-in`;
}

/** A session that has ended leads to the sign-in page, and from there back to here. */
export function signInAgain(error: unknown): void {
  if (!hasStatus(error, 401)) return;
  const { pathname, search } = window.location;
  const signIn = signInPathOf(pathname);
  if (!signIn || pathname === signIn) return;
  window.location.assign(`${signIn}?return=${encodeURIComponent(pathname + search)}`);
}
