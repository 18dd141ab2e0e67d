import type { NewPublication } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { ukMoment } from "./uk-time.ts";

/** How a draft is to be published, as somebody has typed it. */
export interface TypedPublication {
  readonly summary: string;
  readonly when: string;
  /** The day, by the names of its parts. */
  readonly on: Readonly<Record<string, string>>;
  readonly at: string;
  /** The version in whose place the draft is put though it began from another. */
  readonly over: number | undefined;
}

export const nothingTyped: TypedPublication = {
  summary: "",
  when: "now",
  on: {},
  at: "",
  over: undefined,
};

export function typedPublication(fields: Fields): TypedPublication {
  const read = (name: string) => fieldOf(fields, name)?.trim() ?? "";
  const over = Number(read("over"));
  return {
    summary: read("summary").replaceAll("\r\n", "\n"),
    when: read("when"),
    on: { "on-day": read("on-day"), "on-month": read("on-month"), "on-year": read("on-year") },
    at: read("at"),
    over: Number.isInteger(over) && over > 0 ? over : undefined,
  };
}

/** Give what to ask of the API, or what is wrong with what was typed. */
export function readPublication(
  typed: TypedPublication,
  now: Date,
): { readonly asked: NewPublication } | { readonly faults: Faults } {
  const { summary, when, over } = typed;
  const moment = when === "later" ? momentIn(typed, now) : noMoment;
  const faults: Faults = {
    ...(summary === "" && { summary: "Say what has changed" }),
    ...(summary.length > 400 && { summary: "Say it in 400 characters or fewer" }),
    ...(when !== "now" && when !== "later" && { when: "Choose when" }),
    ...moment.faults,
  };
  if (Object.keys(faults).length > 0) return { faults };
  return {
    asked: {
      summary,
      ...(moment.at === undefined ? {} : { at: moment.at }),
      ...(over === undefined ? {} : { over }),
    },
  };
}

interface Moment {
  readonly at?: string;
  readonly faults: Faults;
}

const noMoment: Moment = { faults: {} };

function momentIn({ on, at }: TypedPublication, now: Date): Moment {
  const [day = "", month = "", year = ""] = ["on-day", "on-month", "on-year"].map(
    (name) => on[name],
  );
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day))
    return { faults: { "on-day": "Enter a day, like 31 3 2027" } };
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!ukMoment(date, "12:00")) return { faults: { "on-day": "There is no such day" } };
  const [, hour = "", minute = ""] = /^(\d{1,2})[:.](\d{2})$/.exec(at) ?? [];
  if (hour === "") return { faults: { at: "Enter a time, like 09:30" } };
  const moment = ukMoment(date, `${hour.padStart(2, "0")}:${minute}`);
  if (!moment) return { faults: { at: "Clocks do not show this time on that day" } };
  const isPast = Date.parse(moment) <= now.getTime();
  return isPast ? { faults: { "on-day": "This is in the past" } } : { at: moment, faults: {} };
}
