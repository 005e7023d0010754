import { lazyRouteComponent } from '@tanstack/react-router';
import { ModuleGate } from './ModuleGate';

const StorageHouse = lazyRouteComponent(
  () => import('@/features/storage/StorageHouse'),
  'StorageHouse',
);

/** Storage, where the organisation uses it. */
export function StorageModule() {
  return (
    <ModuleGate module="storage">
      <StorageHouse />
    </ModuleGate>
  );
}
