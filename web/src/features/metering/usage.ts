import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/http';
import type { components } from '@/shared/schema';

type Schemas = components['schemas'];
export type Usage = Schemas['UsageView'];
export type Interval = Schemas['UsageInterval'];
export type Share = Schemas['UsageShare'];
export type Used = Schemas['UsedView'];
type By = Usage['by'];

/** How far back one looks, and how finely. */
export type Period = (typeof periods)[number];
export const periods = ['week', 'month', 'quarter', 'year'] as const;

export const groups = ['BUCKET', 'KEY'] as const;
export type Group = (typeof groups)[number];

const days = { week: 7, month: 30, quarter: 90, year: 365 } as const;
const intervals: Record<Period, By> = { week: 'HOUR', month: 'DAY', quarter: 'DAY', year: 'MONTH' };

/** What the server is asked for: days of UTC, up to today. */
export function parametersOf(period: Period, now: Date) {
  const from = new Date(now);
  from.setUTCDate(from.getUTCDate() - days[period] + 1);
  if (period === 'year') from.setUTCDate(1);
  return { from: dayOf(from), to: dayOf(now), by: intervals[period] };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function usageQuery(org: string, period: Period, group: Group) {
  const query = { ...parametersOf(period, new Date()), group };
  return queryOptions({
    queryKey: [org, 'metering', query],
    queryFn: () =>
      body(api.GET('/api/o/{org}/storage/usage', { params: { path: { org }, query } })),
  });
}

/** Where the same can be had as a table for spreadsheets. */
export function usageFile(org: string, period: Period, group: Group): string {
  const query = new URLSearchParams({ ...parametersOf(period, new Date()), group });
  return `/api/o/${encodeURIComponent(org)}/storage/usage.csv?${query}`;
}

/** From which part of the quota on people are told: the server warns at the same marks. */
export const marks: readonly number[] = [0.8, 0.95];

/** What the organisation holds now against what it rents. */
export function levelQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'metering', 'level'],
    queryFn: () => body(api.GET('/api/o/{org}/storage', { params: { path: { org } } })),
  });
}

/** What the ids of keys are called; those that are gone have no name any more. */
export function keyNamesQuery(org: string) {
  return queryOptions({
    queryKey: [org, 'metering', 'keys'],
    queryFn: async () => {
      const { items } = await body(
        api.GET('/api/o/{org}/storage/keys', { params: { path: { org } } }),
      );
      return new Map(items.map(({ id, name }) => [id, name]));
    },
  });
}

const nothing: Used = {
  writes: 0,
  reads: 0,
  deletes: 0,
  bytesIn: 0,
  bytesOut: 0,
  byteHours: 0,
};

export function sum(all: Used[]): Used {
  return all.reduce(
    (total, used) => ({
      writes: total.writes + used.writes,
      reads: total.reads + used.reads,
      deletes: total.deletes + used.deletes,
      bytesIn: total.bytesIn + used.bytesIn,
      bytesOut: total.bytesOut + used.bytesOut,
      byteHours: total.byteHours + used.byteHours,
    }),
    nothing,
  );
}

export function requestsOf({ writes, reads, deletes }: Used): number {
  return writes + reads + deletes;
}

export function isNothing(used: Used): boolean {
  return requestsOf(used) + used.bytesIn + used.bytesOut + used.byteHours === 0;
}
