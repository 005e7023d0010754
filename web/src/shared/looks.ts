import { api, done, versioned } from './http';
import type { components } from './schema';

/** How a person wants Dure to look and speak, wherever they sign in. */
export type Looks = Pick<components['schemas']['OwnProfileChange'], 'theme' | 'language'>;

export async function changeOwnLooks(org: string, looks: Looks): Promise<void> {
  const params = { path: { org } };
  const { etag } = await versioned(api.GET('/api/o/{org}/me/profile', { params }));
  await done(
    api.PATCH('/api/o/{org}/me/profile', {
      params: { ...params, header: { 'If-Match': etag } },
      body: looks,
    }),
  );
}
