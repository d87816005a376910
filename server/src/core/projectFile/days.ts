/** The same ISO day some years later; the last of February where a year has no 29th. */
export function afterYears(day: string, years: number): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const later = String(Number(year) + years).padStart(4, "0");
  const isLeapDay = month === "02" && date === "29";
  return `${later}-${month}-${isLeapDay && !isLeapYear(Number(later)) ? "28" : date}`;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
