import { firstText, type Reading } from "../generic/reading.ts";
import type { Setback } from "../not-accepted.ts";

/**
 * Say what a reply means that the settings say nothing of. A fault counts whatever the status beside it; what is no
 * envelope at all leaves everything open.
 */
export function judgeSoap(reading: Reading): Setback | undefined {
  if (reading.texts("/Envelope/Body").length === 0) {
    return reading.kind === "xml" ? { outcome: "ambiguous", code: "bad-answer" } : undefined;
  }
  const isFault = reading.texts("/Envelope/Body/Fault").length > 0;
  return isFault ? outcomeOfCode(codeIn(reading)) : undefined;
}

function codeIn(reading: Reading): string {
  const code =
    firstText(reading, "/Envelope/Body/Fault/faultcode") ??
    firstText(reading, "/Envelope/Body/Fault/Code/Value") ??
    "";
  const inner = firstText(reading, "/Envelope/Body/Fault/Code/Subcode/Value");
  return [code, inner].map((one) => one?.split(":").at(-1) ?? "").join("/");
}

function outcomeOfCode(code: string): Setback {
  if (/FailedAuthentication|InvalidSecurity|FailedCheck|MessageExpired/.test(code))
    return { outcome: "retry", code: "credential-refused" };
  if (/^(?:Client|Sender|MustUnderstand|VersionMismatch|DataEncodingUnknown)\b/.test(code))
    return { outcome: "refused", code: "soap-fault-client" };
  return { outcome: "ambiguous", code: "soap-fault-server" };
}
