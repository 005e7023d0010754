import { HouseGate } from './HouseGate';
import { organisationModules } from './modules';

/** An organisation's pages, for those who are signed in to it. */
export function OrganisationHouse() {
  return <HouseGate modules={organisationModules} />;
}
