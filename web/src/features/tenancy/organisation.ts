import { queryOptions } from '@tanstack/react-query';
import { api, body, versioned } from '@/shared/http';
import type { components } from '@/shared/schema';

export type OrganisationSettings = components['schemas']['OrganisationSettings'];
export type OrganisationChange = components['schemas']['OrganisationChange'];

/** The largest logo that the server takes, in bytes. */
export const logoMaxBytes = 256 * 1024;

export const logoTypes = ['image/png', 'image/jpeg'];

const at = (org: string) => ({ path: { org } });

export function organisationQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'organisation'],
    queryFn: () => versioned(api.GET('/api/o/{org}/organisation', { params: at(org) })),
  });
}

export function changeOrganisation(org: string, etag: string, change: OrganisationChange) {
  return body(
    api.PATCH('/api/o/{org}/organisation', {
      params: { ...at(org), header: { 'If-Match': etag } },
      body: change,
    }),
  );
}

export function putLogo(org: string, picture: File) {
  return body(
    api.PUT('/api/o/{org}/organisation/logo', {
      params: at(org),
      // The client's types know a picture only as text; the browser sends it as it is.
      body: '',
      bodySerializer: () => picture,
      headers: { 'Content-Type': picture.type },
    }),
  );
}

export function removeLogo(org: string) {
  return body(api.DELETE('/api/o/{org}/organisation/logo', { params: at(org) }));
}
