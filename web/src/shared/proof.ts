/** Asks whoever is there to prove who they are, and says whether they did. */
type Ask = () => Promise<boolean>;

let current: Ask | undefined;

/** Lets `ask` put the question from now on, until the function that is returned takes that back. */
export function putProofQuestionBy(ask: Ask): () => void {
  current = ask;
  return () => {
    if (current === ask) current = undefined;
  };
}

/** Whether there was somebody to ask, and they have proved who they are. */
export async function askForProof(): Promise<boolean> {
  return current !== undefined && (await current());
}
