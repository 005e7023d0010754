import { useParams } from '@tanstack/react-router';
import { HouseGate } from './HouseGate';
import { organisationModules } from './modules';

/** An organisation's pages, for those who are signed in to it. */
export function OrganisationHouse() {
  const { org } = useParams({ strict: false });
  const name = org ?? '';
  return <HouseGate pages={`/o/${name}`} api={`/api/o/${name}`} modules={organisationModules} />;
}
