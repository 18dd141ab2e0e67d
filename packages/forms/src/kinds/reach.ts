import { isPossiblePhoneNumber, validatePhoneNumberLength } from "libphonenumber-js/min";
import { type Check, refuse } from "../sheet.ts";

/** The longest e-mail address that can be delivered to. */
export const maxEmail = 254;
const maxPhone = 40;

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{2,59})$/i;

/** Ten or eleven digits from 0 are possible in the United Kingdom; the library takes 17 µs to say so. */
const british = /^(?:0|\+44 ?)[1-37-9](?: ?\d){9}$/;
const reading = { defaultCountry: "GB" } as const;

/** Check an address that a mail server will take. Nothing in it can begin a new header. */
export function emailCheck(): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "string") return refuse(sheet, pointer, "invalid");
    if (value.length > maxEmail) return refuse(sheet, pointer, "too-long");
    return isEmail(value) ? value : refuse(sheet, pointer, "invalid");
  };
}

/** Check a number that could be dialled, British unless it begins with `+`; kept as the person wrote it. */
export function phoneCheck(): Check {
  return (value, pointer, sheet) => {
    if (typeof value !== "string") return refuse(sheet, pointer, "invalid");
    if (value.length > maxPhone) return refuse(sheet, pointer, "too-long");
    return isPossiblePhone(value) ? value : refuse(sheet, pointer, phoneFault(value));
  };
}

export function isPossiblePhone(text: string): boolean {
  return british.test(text) || isPossiblePhoneNumber(text, reading);
}

function phoneFault(text: string): string {
  const fault = validatePhoneNumberLength(text, reading);
  if (fault === "TOO_SHORT") return "too-short";
  return fault === "TOO_LONG" ? "too-long" : "invalid";
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  return at > 0 && at <= 64 && local.test(text.slice(0, at)) && domain.test(text.slice(at + 1));
}
