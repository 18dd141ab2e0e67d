import { speeches } from "../words/speech.tsx";
import type { Words } from "../words/words.ts";

/** Say a number of days as people do: in years or months where they come out even. */
export function keptFor(days: number, { start }: Pick<Words, "start"> = speeches.en.words): string {
  const { time } = start;
  const years = Math.round(days / 365.25);
  if (years >= 1 && Math.abs(days - years * 365.25) < 2) return time.years(years);
  const months = Math.round(days / 30.4375);
  if (months >= 1 && Math.abs(days - months * 30.4375) < 2) return time.months(months);
  return time.days(days);
}
