import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';
import { requestsOf } from './usage';

export type TenantUsage = components['schemas']['TenantUsage'];

export function tenantUsageQuery(month: string | undefined) {
  return queryOptions({
    queryKey: ['console', 'metering', month],
    queryFn: () => body(api.GET('/api/console/usage', { params: { query: { month } } })),
  });
}

/** Where the same can be had as a table for spreadsheets. */
export function tenantUsageFile(month: string): string {
  return `/api/console/usage.csv?${new URLSearchParams({ month })}`;
}

export const orders = ['name', 'stored', 'requests', 'in', 'out'] as const;
export type Order = (typeof orders)[number];

/** By name, or by who used most. */
export function inOrder(all: TenantUsage[], order: Order, language: string): TenantUsage[] {
  if (order === 'name') {
    const collator = new Intl.Collator(language);
    return all.toSorted((one, other) => collator.compare(one.name, other.name));
  }
  return all.toSorted((one, other) => amountOf(other, order) - amountOf(one, order));
}

function amountOf({ used }: TenantUsage, order: Exclude<Order, 'name'>): number {
  switch (order) {
    case 'stored':
      return used.byteHours;
    case 'requests':
      return requestsOf(used);
    case 'in':
      return used.bytesIn;
    case 'out':
      return used.bytesOut;
  }
}

/** This month and those before it, as `2026-11` (UTC). */
export function months(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}
