/** Why a client gets no token, in the words of RFC 6749 §5.2. */
export type OAuthErrorCode =
  | "invalid_request"
  | "invalid_client"
  | "unauthorized_client"
  | "unsupported_grant_type"
  | "invalid_scope";

/** A request for a token that is refused. The description is for the client's developer, and repeats nothing. */
export class OAuthFault extends Error {
  override readonly name = "OAuthFault";
  readonly code: OAuthErrorCode;

  constructor(code: OAuthErrorCode, description: string) {
    super(description);
    this.code = code;
  }
}
