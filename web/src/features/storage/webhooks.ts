import { queryOptions } from '@tanstack/react-query';
import { api, body, done } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
/** An address that is told of what happens to objects. */
export type Webhook = Schemas['WebhookView'];
/** With the secret that its messages are signed with, which nobody is shown again. */
export type MadeWebhook = Schemas['MadeWebhook'];

const base = '/api/o/{org}/storage/hooks';

/** Messages come and go: the page looks anew, in milliseconds. */
const often = 10_000;

export function webhooksQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'storage', 'webhooks'],
    refetchInterval: often,
    queryFn: async () => (await body(api.GET(base, { params: { path: { org } } }))).items,
  });
}

export function createWebhook(org: string, webhook: Schemas['NewWebhook'], key: string) {
  return body(
    api.POST(base, {
      params: { path: { org } },
      body: webhook,
      headers: { 'Idempotency-Key': key },
    }),
  );
}

export function moveWebhook(org: string, { id, version }: Webhook, url: string) {
  return body(
    api.PATCH(`${base}/{id}`, {
      params: { path: { org, id }, header: { 'If-Match': `"${version}"` } },
      body: { url },
    }),
  );
}

export function renewSecret(org: string, id: string) {
  return body(api.POST(`${base}/{id}/renew`, { params: { path: { org, id } } }));
}

export function testWebhook(org: string, id: string) {
  return done(api.POST(`${base}/{id}/test`, { params: { path: { org, id } } }));
}

export function deleteWebhook(org: string, id: string) {
  return done(api.DELETE(`${base}/{id}`, { params: { path: { org, id } } }));
}
