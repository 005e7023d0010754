import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { problemCode } from '@/shared/problem';
import { type Proved, ProvedContext } from '@/shared/proved';

/** Fetched whole when first needed: a dialog that opens before its form gives that no focus. */
const ProofDialog = lazy(() => import('./ProofDialog').then((m) => ({ default: m.ProofDialog })));

type Asking = { settle: (proved: boolean) => void };

/** Asks whoever is signed in to prove who they are, wherever a page below does what needs it. */
export function ProofGate({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<Asking>();
  // Two who need it at a time share the answer.
  const answer = useRef<Promise<boolean>>(undefined);

  const proved: Proved = useCallback(async (act) => {
    // The button that was pressed is disabled meanwhile, and so loses the focus.
    const pressed = document.activeElement;
    try {
      return await act();
    } catch (error) {
      if (problemCode(error) !== 'proof-needed') throw error;
      answer.current ??= new Promise<boolean>((settle) => setAsking({ settle })).finally(() => {
        answer.current = undefined;
        setAsking(undefined);
        giveBackFocus(pressed);
      });
      if (!(await answer.current)) throw error;
      return await act();
    }
  }, []);

  return (
    <ProvedContext value={proved}>
      {children}
      {/* Made anew each time: of overlays, the one that came last lies on top. */}
      {asking && (
        <Suspense>
          <ProofDialog onSettled={asking.settle} />
        </Suspense>
      )}
    </ProvedContext>
  );
}

/** The dialog goes away whole, and would leave the focus nowhere: once the form is free again, it has it. */
function giveBackFocus(to: Element | null) {
  setTimeout(() => {
    if (document.activeElement === document.body && to instanceof HTMLElement) to.focus();
  }, 50);
}
