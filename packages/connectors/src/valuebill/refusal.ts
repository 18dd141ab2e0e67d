import type { Answer } from "../http/exchange.ts";
import { outcomeOfStatus } from "../http/outcome.ts";
import type { Setback } from "../not-accepted.ts";
import { readJson } from "./client.ts";
import { Refusal } from "./submission.ts";

/** Say what an answer that is no submission means for the report: by its first known error code, else by its status. */
export function setbackOf(answer: Answer, now: Date): Setback {
  const refusal = Refusal.safeParse(readJson(answer));
  const codes = refusal.success ? refusal.data.errors.map(({ code }) => code) : [];
  const [known] = codes.flatMap((code) => meaningOf(code) ?? []);
  return known ?? outcomeOfStatus(answer, now);
}

/** The published codes, by what a sender can do about them. */
const meanings: readonly (readonly [codes: RegExp, meaning: Setback])[] = [
  [/^1000$/, { outcome: "refused", code: "character-not-allowed" }],
  [/^100[1-8]$/, { outcome: "refused", code: "property-count" }],
  [/^101[02]$/, { outcome: "refused", code: "other-authority" }],
  [/^102[012]$/, { outcome: "refused", code: "tax-type-unknown" }],
  [/^200[01]$/, { outcome: "refused", code: "document-invalid" }],
  [/^3000$/, { outcome: "retry", code: "unavailable" }],
  [/^4000$/, { outcome: "retry", code: "upload-failed" }],
  [/^4500$/, { outcome: "ambiguous", code: "timeout" }],
  [/^5000$/, { outcome: "ambiguous", code: "answered-5xx" }],
];

function meaningOf(code: string): Setback | undefined {
  return meanings.find(([codes]) => codes.test(code))?.[1];
}
