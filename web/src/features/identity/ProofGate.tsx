import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { putProofQuestionBy } from '@/shared/proof';

/** Fetched whole when first needed: a dialog that opens before its form gives that no focus. */
const ProofDialog = lazy(() => import('./ProofDialog').then((m) => ({ default: m.ProofDialog })));

type Asking = { settle: (proved: boolean) => void };

/** Asks whoever is signed in to prove who they are, whenever a request of the pages below needs it. */
export function ProofGate({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<Asking>();

  useEffect(() => {
    // The button that was pressed is disabled meanwhile, and so loses the focus.
    let pressed: EventTarget | null = null;
    const note = ({ target }: FocusEvent) => {
      pressed = target;
    };
    // Two who need it at a time share the answer.
    let answer: Promise<boolean> | undefined;
    const ask = () => {
      const before = pressed;
      answer ??= new Promise<boolean>((settle) => setAsking({ settle })).finally(() => {
        answer = undefined;
        setAsking(undefined);
        giveBackFocus(before);
      });
      return answer;
    };
    document.addEventListener('focusin', note);
    const takeBack = putProofQuestionBy(ask);
    return () => {
      document.removeEventListener('focusin', note);
      takeBack();
    };
  }, []);

  return (
    <>
      {children}
      {asking && (
        <Suspense>
          <ProofDialog onSettled={asking.settle} />
        </Suspense>
      )}
    </>
  );
}

/** The dialog goes away whole, and would leave the focus nowhere: once the form is free again, it has it. */
function giveBackFocus(to: EventTarget | null) {
  setTimeout(() => {
    if (document.activeElement === document.body && to instanceof HTMLElement) to.focus();
  }, 50);
}
