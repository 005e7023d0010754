/** What the menu can hold: a module, and the product that it needs. */
export type MenuEntry = { id: string; label: string; product?: string };

/** In the organisation's order; what it does not name follows as it was. */
export function ordered(entries: readonly MenuEntry[], order: readonly string[]): MenuEntry[] {
  const place = ({ id }: MenuEntry) => (order.includes(id) ? order.indexOf(id) : order.length);
  return entries.toSorted((one, other) => place(one) - place(other));
}

/** The new order, once an entry has changed places with its neighbour. */
export function moved(entries: readonly MenuEntry[], index: number, by: 1 | -1): string[] {
  const ids = entries.map(({ id }) => id);
  const [id] = ids.splice(index, 1);
  if (id) ids.splice(index + by, 0, id);
  return ids;
}
