import { Navigate } from '@tanstack/react-router';
import { pagesOf, useOrg } from '@/shared/place';
import { accountPages } from './accountPages';

/** One's own account opens on its first page. */
export function AccountPage() {
  const to: string = `${pagesOf(useOrg())}/account/${accountPages[0]?.path}`;
  return <Navigate to={to} replace />;
}
