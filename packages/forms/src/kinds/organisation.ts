import { type Check, refuse } from "../sheet.ts";
import { needed, optional, type Parts, partsCheck } from "./parts.ts";
import { lineCheck } from "./text.ts";

/** The letters that Companies House begins the numbers of other registers and of other kinds of body with. */
const prefixes =
  "AC|BR|CE|CS|ES|FC|FE|GE|GN|GS|IC|LP|NA|NC|NF|NI|NL|NO|NP|NR|NV|OC|OE|PC|RC|RS|SA|SC|SE|SF|SI|SL|SO|SR|SZ|ZC";

/** Eight characters of Companies House or the registers of mutuals, or the number of a charity. */
const registered = new RegExp(
  `^(?:\\d{8}|(?:${prefixes})\\d{6}|(?:IP|NP|SP|RS|NO)(?:\\d{5}[A-Z]|\\d{4}[A-Z]{2})|\\d{6,7}(?:-\\d{1,3})?|NIC\\d{6})$`,
);

export const organisationParts: Parts = new Map([
  ["name", needed(lineCheck(160))],
  ["number", optional(numberOfBody())],
]);

/** Check a body's name, and its number with Companies House or as a charity, kept in capitals without spaces. */
export function organisationCheck(): Check {
  return partsCheck(organisationParts);
}

function numberOfBody(): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "string" || value.length > 30) return refuse(sheet, pointer, "invalid");
    const number = value.replaceAll(/\s/g, "").toUpperCase();
    return registered.test(number) ? number : refuse(sheet, pointer, "invalid");
  };
}
