import { api, done } from '@/shared/http';

/** The largest picture that is taken to be cut, in bytes: more than any phone makes. */
export const pictureMaxBytes = 20 * 1024 * 1024;

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'];

const one = (org: string, id: string) => ({ path: { org, id } });

export function putPhoto(org: string, id: string, photo: Blob): Promise<void> {
  return done(
    api.PUT('/api/o/{org}/people/{id}/photo', {
      params: one(org, id),
      // The client's types know a picture only as text; the browser sends it as it is.
      body: '',
      bodySerializer: () => photo,
      headers: { 'Content-Type': photo.type },
    }),
  );
}

/** Takes a photo away, and returns it for the case that this was a mistake. */
export async function removePhoto(org: string, id: string, address: string): Promise<Blob> {
  const kept = await fetch(address).then((answer) => answer.blob());
  await done(api.DELETE('/api/o/{org}/people/{id}/photo', { params: one(org, id) }));
  return kept;
}
