import type { LeftOut } from "@guildhall/contract";

/** Why a delivery is not sent again with the others. */
export type LeftOutCode = "may-have-arrived" | "not-waiting" | "no-mapping";

const words: Readonly<Record<LeftOutCode, string>> = {
  "may-have-arrived":
    "The back office may have the case and cannot be asked. Look there for each, and then send it again by itself or mark it as handled.",
  "not-waiting": "It does not wait for a person any more.",
  "no-mapping": "The version that should write it has no mapping of this name for this connector.",
};

/** Say why deliveries were left out, and how many. */
export function presentLeftOut(code: string, count: number): LeftOut {
  const text = Object.hasOwn(words, code) ? words[code as LeftOutCode] : code;
  return { code, text, count };
}
