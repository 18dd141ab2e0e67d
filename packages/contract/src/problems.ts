/** Every failure that a caller can act on: its HTTP status and the sentence that a person reads. */
export const problems = {
  "answers-invalid": { status: 422, title: "Some answers are missing or not right" },
  "body-too-large": { status: 413, title: "The request is too large" },
  "address-not-allowed": {
    status: 403,
    title: "The credential cannot be used from this address",
  },
  busy: { status: 503, title: "The service is busy; try again shortly" },
  "document-not-found": { status: 404, title: "Not found" },
  "file-not-allowed": { status: 422, title: "This kind of file cannot be accepted" },
  "idempotency-key-missing": {
    status: 400,
    title: "The Idempotency-Key header is missing or not valid",
  },
  "idempotency-mismatch": {
    status: 422,
    title: "This Idempotency-Key was used with another request",
  },
  "invalid-text": { status: 422, title: "Some text contains characters that cannot be stored" },
  "invalid-transition": { status: 409, title: "This cannot be done in the present state" },
  "malformed-json": { status: 400, title: "The request is not valid JSON" },
  "media-type-unsupported": {
    status: 415,
    title: "The request has a content type that is not supported",
  },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  "not-found": { status: 404, title: "Not found" },
  "payment-not-due": { status: 409, title: "There is nothing to pay here now" },
  "payment-unavailable": {
    status: 503,
    title: "The payment could not be started just now; nothing was taken",
  },
  "precondition-failed": {
    status: 412,
    title: "It was changed since you read it; read it again",
  },
  "process-closed": { status: 409, title: "This process has ended" },
  "rate-limited": { status: 429, title: "Too many requests; try again later" },
  "request-invalid": { status: 422, title: "The request is not as documented" },
  "request-misdirected": { status: 421, title: "The request was sent to the wrong host" },
  "scope-missing": { status: 403, title: "The credential does not allow this" },
  "sign-in-failed": { status: 403, title: "You could not be signed in" },
  "signature-invalid": {
    status: 401,
    title: "The request is not signed as this credential demands",
  },
  "tenant-unavailable": {
    status: 503,
    title: "This council's services are not available at the moment",
  },
  unauthenticated: { status: 401, title: "A valid credential is needed" },
  "url-not-allowed": { status: 422, title: "This address may not be called" },
  unexpected: { status: 500, title: "Something went wrong on our side" },
} as const satisfies Record<string, { status: number; title: string }>;
