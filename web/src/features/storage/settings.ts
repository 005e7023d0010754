import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, versioned } from '@/shared/http';
import type { components } from '@/shared/schema';
import { useToasts } from '@/ui/Toasts';

type Schemas = components['schemas'];
/** All that a bucket is configured by. */
export type Settings = Schemas['BucketSettingsView'];
export type EventRule = Schemas['EventRule'];
export type TagValue = Schemas['TagView'];

/** One part of the settings, as it is put. */
export type Part =
  | { kind: 'versioning'; body: Schemas['VersioningChange'] }
  | { kind: 'lifecycle'; body: Schemas['LifecycleChange'] }
  | { kind: 'publicAccess'; body: Schemas['PublicAccess'] }
  | { kind: 'logging'; body: Schemas['LoggingChange'] }
  | { kind: 'encryption'; body: Schemas['EncryptionChange'] }
  | { kind: 'tags'; body: Schemas['TagsChange'] }
  | { kind: 'policy'; body: Schemas['PolicyChange'] }
  | { kind: 'notifications'; body: Schemas['NotificationsChange'] };

const base = '/api/o/{org}/storage/buckets/{bucket}/settings';

export function settingsQuery(org: string, bucket: string) {
  return queryOptions({
    queryKey: [org, 'storage', 'settings', bucket],
    queryFn: () => versioned(api.GET(base, { params: { path: { org, bucket } } })),
  });
}

function putPart(org: string, bucket: string, etag: string, part: Part) {
  const params = { path: { org, bucket }, header: { 'If-Match': etag } };
  switch (part.kind) {
    case 'versioning':
      return versioned(api.PUT(`${base}/versioning`, { params, body: part.body }));
    case 'lifecycle':
      return versioned(api.PUT(`${base}/lifecycle`, { params, body: part.body }));
    case 'publicAccess':
      return versioned(api.PUT(`${base}/public-access`, { params, body: part.body }));
    case 'logging':
      return versioned(api.PUT(`${base}/logging`, { params, body: part.body }));
    case 'encryption':
      return versioned(api.PUT(`${base}/encryption`, { params, body: part.body }));
    case 'tags':
      return versioned(api.PUT(`${base}/tags`, { params, body: part.body }));
    case 'policy':
      return versioned(api.PUT(`${base}/policy`, { params, body: part.body }));
    case 'notifications':
      return versioned(api.PUT(`${base}/notifications`, { params, body: part.body }));
  }
}

/** Where settings are shown, and how a part of them is saved. */
export type Shown = { org: string; bucket: string; settings: Settings };

/** Saves a part, and offers to put back what was there before, if that can be and nobody changed it since. */
export function useSave({ org, bucket }: Shown) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { queryKey } = settingsQuery(org, bucket);
  const put = async (part: Part, etag: string) => {
    let saved: Awaited<ReturnType<typeof putPart>>;
    try {
      saved = await putPart(org, bucket, etag, part);
      queries.setQueryData(queryKey, saved);
    } catch (error) {
      // Somebody may have changed it: what there is now is shown, beside what went wrong.
      await queries.invalidateQueries({ queryKey });
      throw error;
    }
    await queries.invalidateQueries({ queryKey: [org, 'storage', 'buckets'] });
    return saved.etag;
  };
  return async (part: Part, before?: Part) => {
    const etag = await put(part, queries.getQueryData(queryKey)?.etag ?? '');
    if (before) toasts.done(t('ui.saved'), () => put(before, etag));
    else toasts.say(t('ui.saved'));
  };
}
