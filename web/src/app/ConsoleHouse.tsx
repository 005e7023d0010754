import { HouseGate } from './HouseGate';
import { consoleModules } from './modules';

/** The operator's pages. */
export function ConsoleHouse() {
  return <HouseGate pages="/console" api="/api/console" modules={consoleModules} />;
}
