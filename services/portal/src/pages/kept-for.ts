/** Say a number of days as people do: in years or months where they come out even. */
export function keptFor(days: number): string {
  const years = Math.round(days / 365.25);
  if (years >= 1 && Math.abs(days - years * 365.25) < 2) return counted(years, "year");
  const months = Math.round(days / 30.4375);
  if (months >= 1 && Math.abs(days - months * 30.4375) < 2) return counted(months, "month");
  return counted(days, "day");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
