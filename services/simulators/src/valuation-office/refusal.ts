import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Why a call is turned down: the status, and the published codes where there are some. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly codes: readonly string[];

  constructor(status: ContentfulStatusCode, ...codes: readonly string[]) {
    super(codes.join(" "));
    this.name = "Refusal";
    this.status = status;
    this.codes = codes;
  }

  get body() {
    return { errors: this.codes.map((code) => ({ code })) };
  }
}
