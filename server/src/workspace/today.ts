/**
 * The ISO day as it is now. The same everywhere on earth, so that editors and pipelines agree; where
 * SOURCE_DATE_EPOCH is set (https://reproducible-builds.org/specs/source-date-epoch/), that day.
 */
export function today(environment: NodeJS.ProcessEnv = process.env): string {
  const seconds = Number(environment["SOURCE_DATE_EPOCH"] || Number.NaN);
  const set = new Date(seconds * 1000);
  return dayOf(Number.isNaN(set.valueOf()) ? new Date() : set);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
