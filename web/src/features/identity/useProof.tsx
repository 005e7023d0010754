import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '@/shared/problem';
import { Dialog } from '@/ui/Dialog';
import { ProofForm } from './ProofForm';

type Proof = {
  /** Does something; where the server wants a proof first, asks for it and does it again. */
  proved: <T>(act: () => Promise<T>) => Promise<T>;
  /** What asks; belongs on the page of whoever uses this. */
  dialog: ReactNode;
};

/** For what the server does only for a person who has just proved who they are. */
export function useProof(): Proof {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<{ settle: (proved: boolean) => void }>();

  async function proved<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (problemCode(error) !== 'proof-needed') throw error;
      const granted = await new Promise<boolean>((settle) => setAsking({ settle }));
      setAsking(undefined);
      if (!granted) throw error;
      return await act();
    }
  }

  const dialog = (
    <Dialog
      title={t('proof.title')}
      opened={asking !== undefined}
      onClose={() => asking?.settle(false)}
    >
      {asking && <ProofForm onProved={() => asking.settle(true)} />}
    </Dialog>
  );
  return { proved, dialog };
}
