import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { problemCode } from '@/shared/problem';
import { type Proved, ProvedContext } from '@/shared/proved';

/** Fetched whole when first needed: a dialog that opens before its form gives that no focus. */
const ProofDialog = lazy(() => import('./ProofDialog').then((m) => ({ default: m.ProofDialog })));

type Asking = { settle: (proved: boolean) => void };

/** Asks whoever is signed in to prove who they are, wherever a page below does what needs it. */
export function ProofGate({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<Asking>();
  const [asked, setAsked] = useState(false);

  const proved: Proved = useCallback(async (act) => {
    try {
      return await act();
    } catch (error) {
      if (problemCode(error) !== 'proof-needed') throw error;
      setAsked(true);
      const granted = await new Promise<boolean>((settle) => setAsking({ settle }));
      setAsking(undefined);
      if (!granted) throw error;
      return await act();
    }
  }, []);

  return (
    <ProvedContext value={proved}>
      {children}
      {asked && (
        <Suspense>
          <ProofDialog
            opened={asking !== undefined}
            onSettled={(granted) => asking?.settle(granted)}
          />
        </Suspense>
      )}
    </ProvedContext>
  );
}
