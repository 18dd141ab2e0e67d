import type { Language } from "@guildhall/contract";
import { isRealDate, isRealPeriod } from "./kinds/date.ts";
import { phrases } from "./phrases.ts";
import type { AnyQuestion } from "./question.ts";

/** `3 March 2025`, `3 Mawrth 2025`; what is no date is said as it stands. */
export function dateWords(date: string, language: Language = "en"): string {
  if (!isRealDate(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${phrases[language].months[(month ?? 1) - 1]} ${year}`;
}

/** `about March 2024`, `about 2024`; a day is said as a day. */
export function periodWords(period: string, language: Language = "en"): string {
  if (!isRealPeriod(period) || period.length > 7) return dateWords(period, language);
  const { months, about } = phrases[language];
  const [year = "", month] = period.split("-");
  return about(year, month === undefined ? undefined : months[Number(month) - 1]);
}

/** `from 3 March to 5 March 2025`, with the year twice where they are two. */
export function rangeWords(from: string, to: string, language: Language = "en"): string {
  const last = dateWords(to, language);
  if (from === to) return last;
  const sameYear = isRealDate(from) && isRealDate(to) && from.slice(0, 4) === to.slice(0, 4);
  const first = dateWords(from, language);
  return phrases[language].fromTo(sameYear ? first.replace(/ \d{4}$/, "") : first, last);
}

/** `9:30pm`, `9am`, `midday`; what is no time is said as it stands. */
export function timeWords(time: string, language: Language = "en"): string {
  const [, hour = "", minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === "") return time;
  if (time === "00:00") return phrases[language].midnight;
  if (time === "12:00") return phrases[language].midday;
  const hours = Number(hour);
  return `${hours % 12 || 12}${minutes === "00" ? "" : `:${minutes}`}${hours < 12 ? "am" : "pm"}`;
}

/** `1,234.5 hours`, `£12.50`. */
export function numberWords(value: number, question: AnyQuestion): string {
  const { unit, decimals } = measureOf(question);
  const pounds = unit === "£";
  const [whole = "", fraction] = (
    pounds ? Math.abs(value).toFixed(decimals) : String(Math.abs(value))
  ).split(".");
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") + (fraction ? `.${fraction}` : "");
  const sign = value < 0 ? "-" : "";
  if (pounds) return `${sign}£${digits}`;
  return unit ? `${sign}${digits} ${unit}` : `${sign}${digits}`;
}

function measureOf(question: AnyQuestion): { unit?: string | undefined; decimals: number } {
  if (question.type === "money") return { unit: "£", decimals: 2 };
  return question.type === "number" || question.type === "calculated" ? question : { decimals: 0 };
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
