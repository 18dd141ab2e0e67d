const months =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** Read a number as people write it (`1,234.50`, `£20`, `3 hours`), or undefined where it is none. */
export function parseNumber(text: string, unit = "£"): number | undefined {
  const plain = text.toLowerCase().replace("\u2212", "-");
  const bare = plain.replace(unit.toLowerCase(), "").replaceAll(/\s/g, "");
  if (!/^-?(?:\d{1,3}(?:,\d{3})+|\d{1,16})(?:\.\d{1,15})?$/.test(bare)) return undefined;
  return Number(bare.replaceAll(",", ""));
}

/** Write three fields as one date, a month's name as its number; what cannot be a date is left to be refused. */
export function joinDate(day: string, month: string, year: string): string {
  return [year, twoDigits(monthNumber(month)), twoDigits(day)].join("-");
}

/** Write three fields as a date, or without a day as a month, or with a year alone as that. */
export function joinPeriod(day: string, month: string, year: string): string {
  if (year === "" || day !== "") return joinDate(day, month, year);
  return month === "" ? year : joinDate("", month, year).replace(/-$/, "");
}

/** Read a time as people write it (`9:30pm`, `21.30`, `9pm`, `midday`), or undefined where it is none. */
export function parseTime(text: string): string | undefined {
  const bare = text.toLowerCase().replaceAll(/\s/g, "");
  if (bare === "midnight") return "00:00";
  if (bare === "midday" || bare === "noon") return "12:00";
  const [, hours = "", minutes = "00", half] =
    /^(\d{1,2})(?:[:.](\d{2})|(?=[ap]))(am|pm)?$/.exec(bare) ??
    /^(\d{2})(\d{2})()$/.exec(bare) ??
    [];
  const hour = hours === "" ? Number.NaN : hourOf(Number(hours), half);
  return hour < 24 && Number(minutes) < 60 ? `${twoDigits(String(hour))}:${minutes}` : undefined;
}

function hourOf(hours: number, half: string | undefined): number {
  if (!half) return hours;
  if (hours < 1 || hours > 12) return Number.NaN;
  return (hours % 12) + (half === "pm" ? 12 : 0);
}

function monthNumber(text: string): string {
  const name = text.toLowerCase();
  const index = name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name));
  return index < 0 ? text : String(index + 1);
}

/** An empty part stays empty: it is missing, not zero. */
function twoDigits(text: string): string {
  return text === "" ? text : text.padStart(2, "0");
}
