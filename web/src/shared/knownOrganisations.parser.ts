import type { KnownOrganisation } from './knownOrganisations';

/** What an earlier version, or a person, has left in the browser's storage. */
export function parseKnown(stored: string | null): KnownOrganisation[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter((entry): entry is KnownOrganisation => {
      const { shortName, name } = entry ?? {};
      return typeof shortName === 'string' && typeof name === 'string';
    });
  } catch {
    return [];
  }
}
