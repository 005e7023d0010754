const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes for people: `1.5 GiB`. Binary units, as quotas are counted. */
export function formatBytes(bytes: number, language: string): string {
  const exponent = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** exponent;
  const digits = exponent === 0 || value >= 100 ? 0 : 1;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return `${number} ${units[exponent]}`;
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

export function formatPercent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

/**
 * A moment, to the minute, in the reader's own time zone or the one given. Where a line is too
 * short for it, it breaks between the day and the time.
 */
export function formatMoment(instant: string, language: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const parts = format.formatToParts(new Date(instant));
  const time = parts.findIndex(({ type }) => type === 'hour' || type === 'dayPeriod');
  return parts
    .map(({ value }, at) => (at === time - 1 ? value : value.replaceAll(' ', '\u00a0')))
    .join('');
}

/** A calendar date, which has no time zone. */
export function formatDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(date.length === 10 ? `${date}T00:00:00Z` : date),
  );
}

/** A month, which has no time zone: `2026-11`. */
export function formatMonth(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, or how soon: `3 hours ago`. */
export function formatAgo(instant: string, language: string, now: number): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'second');
}

/** Today, with the day of the week. */
export function formatToday(language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(new Date());
}
