import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type OperatorInvitation = Schemas['OperatorInvitation'];
export type OperatorRequest = Schemas['OperatorRequest'];

/** What an operator can be; the server takes no other role. */
export const operatorRoles = ['ADMINISTRATOR', 'OWNER'] as const;

export function inviteOperator(request: OperatorRequest, key: string): Promise<OperatorInvitation> {
  return body(
    api.POST('/api/console/operators', { body: request, headers: { 'Idempotency-Key': key } }),
  );
}
