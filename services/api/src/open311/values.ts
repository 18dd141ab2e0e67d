import { ukDate } from "@guildhall/forms";

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;
const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The three fields of a date that was sent as a day, a moment, or as people in Britain write one. */
export function dateFields(
  name: string,
  text: string,
): (readonly [name: string, values: readonly string[]])[] {
  const [date = "", month = "", year = ""] = partsOf(text);
  return [
    [`${name}-day`, [date]],
    [`${name}-month`, [month]],
    [`${name}-year`, [year]],
  ];
}

/** The fields of a date that may be a month (`2026-03`) or a year alone. */
export function periodFields(
  name: string,
  text: string,
): (readonly [name: string, values: readonly string[]])[] {
  const [, year, month = ""] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return dateFields(name, text);
  return [
    [`${name}-month`, [month]],
    [`${name}-year`, [year]],
  ];
}

function partsOf(text: string): string[] {
  const [, date, month, year] = british.exec(text) ?? [];
  if (date !== undefined && month !== undefined && year !== undefined) return [date, month, year];
  const iso = day.exec(dayOf(text))?.slice(1).reverse();
  // What is no date is said to be none by the form, so it is handed on as it is.
  return iso ?? [text];
}

/** The day in the United Kingdom at a moment that names its zone; of one that does not, the day that it says. */
function dayOf(text: string): string {
  const zone = moment.exec(text)?.[1];
  if (zone === undefined) return moment.test(text) ? text.slice(0, 10) : text;
  const at = new Date(text.replace(" ", "T").replaceAll(" ", ""));
  return Number.isNaN(at.getTime()) ? text : ukDate(at);
}

const yes = new Set(["yes", "true", "1", "y"]);
const no = new Set(["no", "false", "0", "n"]);

/** Clients without a list to choose from say yes and no in their own ways. */
export function yesOrNo(text: string): string {
  const small = text.toLowerCase();
  if (yes.has(small)) return "yes";
  return no.has(small) ? "no" : text;
}

/** The moment that a client names by W3C's note on dates; undefined for what is none. A day is its beginning. */
export function momentOf(text: string): number | undefined {
  // A plus that was not escaped in a query has become a space.
  const joined = text.replace(/ (\d{2}:?\d{2})$/, "+$1");
  if (!day.test(joined) && !moment.test(joined)) return undefined;
  const zoned = day.test(joined) || moment.exec(joined)?.[1] ? joined : `${joined}Z`;
  const at = Date.parse(zoned.replace(" ", "T"));
  return Number.isNaN(at) ? undefined : at;
}
