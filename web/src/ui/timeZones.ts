/** All time zones that browsers know, as `Asia/Seoul`. */
export const timeZones: string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter(
  (zone, index, all) => all.indexOf(zone) === index,
);
