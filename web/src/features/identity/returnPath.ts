/** Where signing in leads: back to where one came from, but never out of these pages. */
export function returnPath(wanted: unknown, home: string): string {
  if (typeof wanted !== 'string') return home;
  const below = wanted === home || wanted.startsWith(`${home}/`) || wanted.startsWith(`${home}?`);
  const leaves = wanted.includes('..') || wanted.includes('\\') || wanted.includes('//');
  return below && !leaves ? wanted : home;
}
