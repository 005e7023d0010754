import { createContext, useContext } from 'react';

/** Does something; where the server first wants a proof of who is there, asks for it and does it again. */
export type Proved = <T>(act: () => Promise<T>) => Promise<T>;

export const ProvedContext = createContext<Proved>((act) => act());

/** For what the server does only for a person who has just proved who they are. */
export function useProved(): Proved {
  return useContext(ProvedContext);
}
