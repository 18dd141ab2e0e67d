/** Alloy's names for what is wrong with a call, and the HTTP status we give each; Alloy's own are not public. */
const statuses = {
  UserUnauthorized: 401,
  ModelValidationFailed: 400,
  JsonDeserializationFailed: 400,
  DesignNotFound: 404,
  AIdInvalid: 400,
  DatabaseNotFound: 404,
  FileNotFound: 404,
  FileFormatNotSupported: 400,
  FileUploadFailed: 400,
  ItemAlreadyExists: 409,
  ItemSignatureMismatch: 409,
  ItemCollectionConstraintViolated: 400,
  ItemParentsConstraintViolated: 400,
  ItemGeometryConstraintViolated: 400,
  DodiAttributeNotInDesign: 400,
  DodiAttributeTypeViolated: 400,
  DodiAttributeRequiredViolated: 400,
  DodiAttributeReadonlyViolated: 400,
  DodiAttributeUniqueViolated: 409,
  DodiAttributeOptionConstraintViolated: 400,
  DodiAttributeLinkItemNotFound: 400,
  AqsInvalidQuery: 400,
  RateLimited: 429,
  ResourceLimited: 400,
  SystemUnderMaintenance: 503,
  InternalError: 500,
} as const;
export type AlloyErrorCode = keyof typeof statuses;

/** A call that Alloy does not accept, as its body says it. */
export class AlloyError extends Error {
  readonly code: AlloyErrorCode;

  constructor(code: AlloyErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  get status() {
    return statuses[this.code];
  }

  /** The fields that today's clients read. Clients branch on the string; no number is public. */
  toJSON() {
    return {
      errorCode: this.status,
      errorCodeString: this.code,
      debugErrorMessage: this.message,
    };
  }
}
