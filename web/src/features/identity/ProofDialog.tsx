import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { ProofForm } from './ProofForm';

/** Asks for a proof, or takes a no. */
export function ProofDialog({ onSettled }: { onSettled: (proved: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('proof.title')} opened onClose={() => onSettled(false)}>
      <ProofForm onProved={() => onSettled(true)} />
    </Dialog>
  );
}
