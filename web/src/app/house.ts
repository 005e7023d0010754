import type { Me } from '@/shared/session';
import type { ModuleEntry } from './modules';

/** The organisation, or the operator's console, that the shell is drawn for. */
export type House = {
  org: string;
  /** Where its pages stand, such as /o/acme or /console. */
  pages: string;
  me: Me;
  entries: readonly ModuleEntry[];
};

/** The entries that this person may use and the organisation has switched on. */
export function entriesFor(me: Me, entries: readonly ModuleEntry[]): readonly ModuleEntry[] {
  return entries.filter(
    ({ capabilities }) => !capabilities || capabilities.some((c) => me.capabilities.includes(c)),
  );
}
