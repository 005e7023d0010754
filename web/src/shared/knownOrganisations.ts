import { parseKnown } from './knownOrganisations.parser';

/** An organisation that someone has used on this device; the switcher offers them. */
export type KnownOrganisation = { shortName: string; name: string; colour?: string; logo?: string };

const rememberedAs = 'dure.organisations';
const most = 12;

export function knownOrganisations(): KnownOrganisation[] {
  return parseKnown(localStorage.getItem(rememberedAs));
}

/** Remembers the one in use, the latest first. */
export function remember(organisation: KnownOrganisation): void {
  const others = knownOrganisations().filter((o) => o.shortName !== organisation.shortName);
  localStorage.setItem(rememberedAs, JSON.stringify([organisation, ...others].slice(0, most)));
}
