import { Navigate } from '@tanstack/react-router';
import { pagesOf, useOrg } from '@/shared/place';
import { useMe } from '@/shared/session';
import { startOf } from './house';
import { organisationModules } from './modules';

/** An organisation opens where it wants its people to start. */
export function StartPage() {
  const pages = pagesOf(useOrg());
  const me = useMe().data;
  const to: string = `${pages}${(me && startOf(me, organisationModules)?.path) ?? '/home'}`;
  return me ? <Navigate to={to} replace /> : null;
}
