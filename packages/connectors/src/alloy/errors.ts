import { z } from "zod";
import type { Answer } from "../http/exchange.ts";
import { outcomeOfStatus, retryAfter } from "../http/outcome.ts";
import type { Setback } from "../not-accepted.ts";
import { parseJson } from "./item.ts";

/** The live API names its error in `errorCodeString`, the vendor's own model in `category`. */
const ErrorBody = z.object({
  errorCodeString: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
});

/**
 * Say what an answer that is no success means.
 *
 * The error's name decides before the status does, for which status goes with which error is not
 * published. Only names of this table leave here, never the text beside them.
 */
export function outcomeOfError(answer: Answer, now: Date): Setback {
  const said = parseJson(Buffer.from(answer.body).toString("utf8"));
  return errorIn(said, answer, now) ?? outcomeOfStatus(answer, now);
}

/** What an answer says that went wrong, though its status may be one of success; undefined where it names nothing that is known. */
export function errorIn(said: unknown, answer: Answer, now: Date): Setback | undefined {
  const { data } = ErrorBody.safeParse(said);
  const known = outcomeOfName(data?.errorCodeString ?? data?.category ?? "");
  return known?.outcome === "retry" ? { ...known, ...retryAfter(answer, now) } : known;
}

function outcomeOfName(name: string): Setback | undefined {
  if (Object.hasOwn(retried, name)) return { outcome: "retry", code: retried[name] ?? name };
  if (Object.hasOwn(refused, name)) return { outcome: "refused", code: refused[name] ?? name };
  const isViolation = /^Dodi\w+Violated$/.test(name);
  return isViolation ? { outcome: "refused", code: "attribute-refused" } : undefined;
}

const retried: Readonly<Record<string, string>> = {
  RateLimited: "rate-limited",
  ResourceLimited: "rate-limited",
  SystemUnderMaintenance: "maintenance",
  DatabaseTransientError: "busy",
  ItemSignatureMismatch: "changed-meanwhile",
  FileUploadFailed: "file-upload-failed",
  UserUnauthorized: "credential-refused",
  UserSessionInvalid: "credential-refused",
};

const refused: Readonly<Record<string, string>> = {
  DatabaseNotFound: "item-gone",
  AIdInvalid: "item-gone",
  DesignNotFound: "design-gone",
  DodiAttributeNotInDesign: "attribute-gone",
  ItemCollectionConstraintViolated: "collection-refused",
  ItemParentsConstraintViolated: "link-refused",
  JsonDeserializationFailed: "document-invalid",
  ItemAlreadyExists: "already-exists",
  DodiAttributeRequiredViolated: "attribute-required",
  DodiAttributeTypeViolated: "attribute-type",
  DodiAttributeOptionConstraintViolated: "attribute-constraint",
  DodiAttributeUniqueViolated: "attribute-not-unique",
  DodiAttributeReadonlyViolated: "attribute-readonly",
  DodiAttributeLinkItemNotFound: "linked-item-gone",
  ItemGeometryConstraintViolated: "geometry-refused",
  ModelValidationFailed: "document-invalid",
  AqsInvalidQuery: "query-invalid",
  FileFormatNotSupported: "file-format-refused",
};
