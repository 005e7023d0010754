import { HouseGate } from './HouseGate';
import { consoleModules } from './modules';

/** The operator's pages. */
export function ConsoleHouse() {
  return <HouseGate modules={consoleModules} />;
}
