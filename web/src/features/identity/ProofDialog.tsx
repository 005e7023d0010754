import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { ProofForm } from './ProofForm';

type Props = { opened: boolean; onSettled: (proved: boolean) => void };

/** Asks for a proof, or takes a no. */
export function ProofDialog({ opened, onSettled }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('proof.title')} opened={opened} onClose={() => onSettled(false)}>
      {opened && <ProofForm onProved={() => onSettled(true)} />}
    </Dialog>
  );
}
