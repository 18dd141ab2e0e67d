export type GuardCode =
  | "egress-blocked"
  | "request-invalid"
  | "name-not-found"
  | "connection-refused"
  | "connection-lost"
  | "tls-failed"
  | "timeout"
  | "stopped"
  | "too-large"
  | "bad-answer"
  | "network-failed";

/**
 * Why no answer came back from outside.
 *
 * `sent` says whether the other side may have seen the request: where it is false, sending again
 * is safe; where it is true, nobody knows. Carries no text of the network library, which names
 * hosts and addresses.
 */
export class GuardFault extends Error {
  readonly code: GuardCode;
  readonly sent: boolean;

  constructor(code: GuardCode, sent: boolean) {
    super(code);
    this.name = "GuardFault";
    this.code = code;
    this.sent = sent;
  }
}

/** Name what the network library threw. */
export function toGuardFault(error: unknown, sent: boolean): GuardFault {
  if (error instanceof GuardFault) return error;
  const [, name = "network-failed"] = names.find(([pattern]) => pattern.test(nameOf(error))) ?? [];
  return new GuardFault(name, sent);
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && error.code ? String(error.code) : error.name;
}

const names: readonly (readonly [RegExp, GuardCode])[] = [
  [/^ECONNREFUSED$/, "connection-refused"],
  [/^(ENOTFOUND|EAI_)/, "name-not-found"],
  [/TIMEOUT|^ETIMEDOUT$/, "timeout"],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/, "connection-lost"],
  [/^UND_ERR_(INVALID_ARG|REQ_CONTENT_LENGTH_MISMATCH)$/, "request-invalid"],
  [/^(HTTPParserError|HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES)/, "bad-answer"],
  [/^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_)|_CERT|SIGNED/, "tls-failed"],
];
