const formats = new Map<string, Intl.DateTimeFormat>();

/** Say a moment as people in the United Kingdom do: "22 November 2026 at 14:02". */
export function sayTime(at: string | Date, lang = "en"): string {
  const locale = `${lang}-GB`;
  const format =
    formats.get(locale) ??
    new Intl.DateTimeFormat(locale, {
      dateStyle: "long",
      timeStyle: "short",
      timeZone: "Europe/London",
    });
  formats.set(locale, format);
  return format.format(new Date(at));
}
