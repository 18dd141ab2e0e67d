import { MappingFault } from "../fault.ts";
import { type CompileSetting, textwise } from "./change.ts";

/**
 * Write a phone number in digits alone: British as `+441632960001` or `01632960001`, any other as `+33170189900`.
 *
 * What begins with neither `+` nor `00` is British, with or without its `0`. Spaces, brackets and
 * strokes go, and so do the `(0)` behind a country's code and an extension, for which there is no place.
 */
export const compilePhone: CompileSetting<"phone"> = ({ phone }, place) => {
  return textwise((text) => {
    const number = readNumber(text);
    if (!number) throw new MappingFault(place, "the value is not a phone number");
    if (!number.british) return `+${number.digits}`;
    return phone === "national" ? `0${number.digits}` : `+44${number.digits}`;
  }, place);
};

interface PhoneNumber {
  readonly british: boolean;
  /** Without 0 or 44 where it is British, else with the country's code. */
  readonly digits: string;
}

/** The number, then an extension or a parameter, of which only the mark is looked at. */
const shape = /^([-+\d\s().[\]/\u2010-\u2015\u2212~]+)(?:$|[;,#x]|e?xt|int|доб|anexo)/iu;

function readNumber(text: string): PhoneNumber | undefined {
  const [, written] = shape.exec(withoutOpening(inPlainDigits(text))) ?? [];
  const digits = written?.replace(/\D/g, "") ?? "";
  if (written === undefined || digits.length < 3 || digits.length > 20) return undefined;
  const abroad = /^\D*(?:\+|00)/.test(written);
  if (!abroad) return { british: true, digits: withoutTrunk(withoutCountry(digits)) };
  const dialled = written.replace("(0)", "").replace(/\D/g, "").replace(/^00/, "");
  if (!dialled.startsWith("44")) return { british: false, digits: dialled };
  return { british: true, digits: withoutTrunk(dialled.slice(2)) };
}

/** Twelve digits from 44 are an international number whose plus was forgotten. */
function withoutCountry(digits: string): string {
  return /^44\d{10}$/.test(digits) ? digits.slice(2) : digits;
}

function withoutTrunk(digits: string): string {
  return digits.startsWith("0") ? digits.slice(1) : digits;
}

/** Signs before the first digit or plus say nothing, nor does the scheme of a link. */
function withoutOpening(text: string): string {
  return text
    .trimStart()
    .replace(/^tel:/i, "")
    .replace(/^[^\p{L}\d+]+/u, "");
}

/** Full-width and Arabic digits are typed on some keyboards. */
function inPlainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
