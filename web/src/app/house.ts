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

type Organisation = Me['organisation'];

const groups = ['work', 'cloud', 'run'] as const;

/** The entries that this person may use and the organisation has switched on, in the organisation's order. */
export function entriesFor(me: Me, entries: readonly ModuleEntry[]): readonly ModuleEntry[] {
  const usable = entries.filter(
    ({ capabilities, product }) =>
      (!capabilities || capabilities.some((c) => me.capabilities.includes(c))) &&
      (!product || me.organisation.modules.includes(product)),
  );
  return grouped(usable, me.organisation).flat();
}

/** What stands together in the rail: by kind, or as the organisation orders it. Administration is last. */
export function grouped(
  entries: readonly ModuleEntry[],
  { menuOrder }: Organisation,
): readonly (readonly ModuleEntry[])[] {
  if (menuOrder.length === 0) {
    return filled(groups.map((group) => entries.filter((entry) => entry.group === group)));
  }
  const place = ({ id }: ModuleEntry) =>
    menuOrder.includes(id) ? menuOrder.indexOf(id) : menuOrder.length;
  const others = entries.filter(({ group }) => group !== 'run');
  return filled([
    others.toSorted((one, other) => place(one) - place(other)),
    entries.filter(({ group }) => group === 'run'),
  ]);
}

function filled<T>(lists: T[][]): T[][] {
  return lists.filter((list) => list.length > 0);
}

/** Where an organisation opens: on the page it chose, for those who may use it, else at home. */
export function startOf(me: Me, entries: readonly ModuleEntry[]): ModuleEntry | undefined {
  const usable = entriesFor(me, entries);
  return usable.find(({ id }) => id === me.organisation.startPage) ?? usable.find(isHome);
}

export function isHome({ id }: ModuleEntry): boolean {
  return id === 'home';
}
