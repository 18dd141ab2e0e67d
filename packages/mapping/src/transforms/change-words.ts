import type { Transform } from "@guildhall/contract";
import { addressParts, placeParts } from "./change-kinds-of-places.ts";
import { exampleDate } from "./example-dates.ts";

/** Say a change as the end of a sentence: `in capitals`, `cut after 240 characters`. */
export function changeWords(change: Transform): string {
  if (typeof change === "string") return plain[change];
  const said = Object.entries(says).find(([name]) => name in change)?.[1];
  // The change is of the name that it has.
  return said ? said(change as never) : "changed";
}

const plain: Readonly<Record<Extract<Transform, string>, string>> = {
  upper: "in capitals",
  lower: "in small letters",
  capitals: "with a capital at the start of each word",
  trim: "without spaces around it",
  text: "as text",
  number: "as a number",
  collapse: "on one line",
  count: "counted",
  digits: "only its digits",
  ascii: "in plain letters",
};

type Settings = Exclude<Transform, string>;
type Of<Name extends string> = Extract<Settings, Record<Name, unknown>>;
type NameOf<T> = T extends unknown ? Exclude<keyof T, Extra> : never;
type Extra = "after" | "mark" | "otherwise" | "instead";

const says: { readonly [Name in NameOf<Settings>]: (change: Of<Name>) => string } = {
  cut: ({ cut, after }) => `cut after ${counted(cut)}${after === "word" ? ", between words" : ""}`,
  pieces: ({ pieces }) => `in pieces of at most ${counted(pieces)}`,
  pad: ({ pad }) => `filled up to ${counted(pad.to)} with “${pad.with}”`,
  date: ({ date }) => `written like ${exampleDate(date)}`,
  join: ({ join }) => `joined by “${join}”`,
  list: ({ list }) => `option by option (${Object.keys(list).length})`,
  label: () => "in the option’s own words",
  code: ({ code }) => `as the code that the list “${code}” has for it`,
  absent: ({ absent }) => `nothing for ${absent.map((one) => `“${one}”`).join(" or ")}`,
  only: ({ only }) => `only the characters ${only}`,
  phone: ({ phone }) => `written like ${phone === "national" ? "01632960001" : "+441632960001"}`,
  address: ({ address }) =>
    typeof address === "string"
      ? `its ${addressParts[address]}`
      : `in at most ${address.lines === 1 ? "one line" : `${address.lines} lines`}`,
  place: ({ place }) => (place === "point" ? "as a point on the map" : `its ${placeParts[place]}`),
};

function counted(count: number): string {
  return count === 1 ? "one character" : `${count.toLocaleString("en-GB")} characters`;
}
