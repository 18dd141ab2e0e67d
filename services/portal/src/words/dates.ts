import type { Language } from "@guildhall/contract";

const locales: Readonly<Record<Language, string>> = { en: "en-GB", cy: "cy-GB" };

const formats = { en: formatsOf("en"), cy: formatsOf("cy") } as const;

function formatsOf(language: Language) {
  const timeZone = "Europe/London";
  const locale = locales[language];
  return {
    day: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }),
    weekday: new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
    }),
  };
}

/** Say a moment as its day in the United Kingdom: 3 February 2027. */
export function sayDay(instant: string, language: Language = "en"): string {
  return formats[language].day.format(new Date(instant));
}

/** The same with its day of the week, as it stands in a sentence: Friday 27 November 2026, dydd Gwener 27 Tachwedd 2026. */
export function sayWeekday(instant: string, language: Language): string {
  return formats[language].weekday
    .format(new Date(instant))
    .replace(",", "")
    .replace(/^Dydd /, "dydd ");
}
