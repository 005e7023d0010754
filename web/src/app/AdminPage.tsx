import { Navigate } from '@tanstack/react-router';
import { pagesOf, useOrg } from '@/shared/place';
import { useMe } from '@/shared/session';
import { adminPages } from './adminPages';
import { Missing } from './Missing';

/** Administration opens on the first page that this person may use. */
export function AdminPage() {
  const pages = pagesOf(useOrg());
  const { capabilities = [] } = useMe().data ?? {};
  const first = adminPages.find(({ capability }) => capabilities.includes(capability));
  const to: string = `${pages}/admin/${first?.path}`;
  return first ? <Navigate to={to} replace /> : <Missing />;
}
