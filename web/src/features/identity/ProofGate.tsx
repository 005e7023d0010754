import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '@/shared/problem';
import { type Proved, ProvedContext } from '@/shared/proved';
import { Dialog } from '@/ui/Dialog';

const ProofForm = lazy(() => import('./ProofForm').then((m) => ({ default: m.ProofForm })));

/** Asks whoever is signed in to prove who they are, wherever a page below does what needs it. */
export function ProofGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<{ settle: (proved: boolean) => void }>();

  const proved: Proved = useCallback(async (act) => {
    try {
      return await act();
    } catch (error) {
      if (problemCode(error) !== 'proof-needed') throw error;
      const granted = await new Promise<boolean>((settle) => setAsking({ settle }));
      setAsking(undefined);
      if (!granted) throw error;
      return await act();
    }
  }, []);

  return (
    <ProvedContext value={proved}>
      {children}
      <Dialog
        title={t('proof.title')}
        opened={asking !== undefined}
        onClose={() => asking?.settle(false)}
      >
        <Suspense>{asking && <ProofForm onProved={() => asking.settle(true)} />}</Suspense>
      </Dialog>
    </ProvedContext>
  );
}
