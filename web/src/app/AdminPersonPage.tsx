import { useParams } from '@tanstack/react-router';
import { AccountSection } from '@/features/identity/AccountSection';
import { AdministerPerson } from '@/features/people/AdministerPerson';
import { useMay } from '@/shared/session';

/** One person, for those who look after people and their accounts. */
export function AdminPersonPage() {
  const { id = '' } = useParams({ strict: false });
  const mayHelp = useMay('accounts.manage');
  return <AdministerPerson id={id} account={mayHelp && <AccountSection person={id} />} />;
}
