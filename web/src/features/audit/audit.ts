import { api, body } from '@/shared/http';
import { usePages } from '@/shared/pages';
import type { components } from '@/shared/schema';

export type Entry = components['schemas']['EntryView'];

/** What narrows the trail; dates are the first and the last day that count, in local time. */
export type AuditFilter = { action?: string; actor?: string; from?: string; to?: string };

function startOf(day: string, later = 0): string | undefined {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

/** The filter as the server reads it. */
export function parametersOf({ action, actor, from, to }: AuditFilter) {
  return {
    action: action || undefined,
    actor: actor || undefined,
    from: from ? startOf(from) : undefined,
    to: to ? startOf(to, 1) : undefined,
  };
}

export function useAudit(org: string, filter: AuditFilter) {
  return usePages([org, 'audit', filter], (cursor) =>
    body(
      api.GET('/api/o/{org}/audit', {
        params: { path: { org }, query: { ...parametersOf(filter), cursor } },
      }),
    ),
  );
}

/** Where the same entries can be had as a table for spreadsheets. */
export function exportAddress(org: string, filter: AuditFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parametersOf(filter))) {
    if (value) query.set(name, value);
  }
  return `/api/o/${encodeURIComponent(org)}/audit.csv?${query}`;
}
