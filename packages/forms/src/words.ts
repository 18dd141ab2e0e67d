import { isRealDate } from "./kinds/date.ts";
import type { AnyQuestion } from "./question.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `3 March 2025`; what is no date is said as it stands. */
export function dateWords(date: string): string {
  if (!isRealDate(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** `9:30pm`, `9am`, `midday`; what is no time is said as it stands. */
export function timeWords(time: string): string {
  const [, hour = "", minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === "") return time;
  if (time === "00:00") return "midnight";
  if (time === "12:00") return "midday";
  const hours = Number(hour);
  return `${hours % 12 || 12}${minutes === "00" ? "" : `:${minutes}`}${hours < 12 ? "am" : "pm"}`;
}

/** `1,234.5 hours`, `£12.50`. */
export function numberWords(value: number, question: AnyQuestion): string {
  const { unit, decimals } =
    question.type === "number" ? question : { unit: undefined, decimals: 0 };
  const pounds = unit === "£";
  const [whole = "", fraction] = (
    pounds ? Math.abs(value).toFixed(decimals) : String(Math.abs(value))
  ).split(".");
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") + (fraction ? `.${fraction}` : "");
  const sign = value < 0 ? "-" : "";
  if (pounds) return `${sign}£${digits}`;
  return unit ? `${sign}${digits} ${unit}` : `${sign}${digits}`;
}

/** The date in the United Kingdom at a moment, `YYYY-MM-DD`: the `today` that checks take. */
export function ukDate(moment: Date): string {
  const [day, month, year] = ukDay.format(moment).split("/");
  return `${year}-${month}-${day}`;
}

const ukDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
