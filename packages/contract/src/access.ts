import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { ApiKeyId, NewKey } from "./key.ts";
import { PageQuery } from "./page.ts";
import { EmailAddress } from "./person.ts";
import { KeyScope } from "./scope.ts";
import { text } from "./text.ts";

/**
 * What a key for trying out can be given at once, by nobody's leave.
 *
 * It changes no page that others read. It neither changes nor shows a connection: the sandbox has a copy of how the
 * council's own back offices are set up.
 */
export const TestScope = KeyScope.exclude([
  "services:write",
  "connectors:read",
  "connectors:write",
]);
export type TestScope = z.infer<typeof TestScope>;

const Scopes = z
  .array(KeyScope)
  .min(1)
  .refine((scopes) => new Set(scopes).size === scopes.length, "repeated")
  .meta({ uniqueItems: true });

/** What breaks a line, or turns the order in which letters are shown. */
const deceiving = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
/** An empty one is too short already. */
const readable = /^$|[\p{L}\p{N}]/u;

/** A name that stands in the first line of a letter, and reads as it is written. */
function nameOf(max: number) {
  return text(max, 1).refine((name) => !deceiving.test(name) && readable.test(name), {
    error: "invalid-text",
  });
}

/** Who asks for access, what for, and to what. */
export const NewAccessRequest = z
  .strictObject({
    organisation: nameOf(120),
    /** A vendor's software works the council's cases; a partner builds services of its own. */
    kind: z.enum(["vendor", "partner"]),
    purpose: text(2000, 1),
    scopes: Scopes,
    contact: z.strictObject({ name: nameOf(120), email: EmailAddress }),
    /** `test` is decided by nobody: the test key is all that is given. */
    wants: z.enum(["test", "live"]),
  })
  .meta({ id: "NewAccessRequest" });
export type NewAccessRequest = z.infer<typeof NewAccessRequest>;

export const AccessState = z.enum(["test-only", "waiting", "approved", "refused", "collected"]);
export type AccessState = z.infer<typeof AccessState>;

/** What an administrator may take off a request that is approved. Nothing can be added to it. */
export const AccessApproval = z
  .strictObject({
    scopes: Scopes.optional(),
    allowedAddresses: NewKey.shape.allowedAddresses,
    expiresAt: Instant.optional().meta({
      description:
        "When the live key ends: at most a year from now; a year after it is collected where this is left out",
    }),
  })
  .meta({ id: "AccessApproval" });
export type AccessApproval = z.infer<typeof AccessApproval>;

/** Why a request is refused, in words that the applicant reads. */
export const AccessRefusal = z
  .strictObject({ reason: text(1000, 1) })
  .meta({ id: "AccessRefusal" });
export type AccessRefusal = z.infer<typeof AccessRefusal>;

export const AccessRequest = z
  .object({
    id: Id,
    state: AccessState,
    organisation: z.string(),
    kind: z.enum(["vendor", "partner"]),
    purpose: z.string(),
    scopes: z.array(KeyScope),
    contact: z.object({ name: z.string(), email: z.string() }),
    testKey: ApiKeyId,
    granted: z
      .object({
        scopes: z.array(KeyScope),
        allowedAddresses: z.array(z.string()).optional(),
        expiresAt: Instant.optional(),
        /** The last moment to collect the live key. */
        collectUntil: Instant,
      })
      .optional(),
    reason: z.string().optional(),
    liveKey: ApiKeyId.optional(),
    askedAt: Instant,
    decidedAt: Instant.optional(),
    decidedBy: z.string().optional(),
    collectedAt: Instant.optional(),
  })
  .meta({ id: "AccessRequest" });
export type AccessRequest = z.infer<typeof AccessRequest>;

/** A key as it is shown once. */
export const GivenKey = z
  .object({
    id: ApiKeyId,
    key: z.string().optional().meta({
      description: "The key itself; a live one is not shown again when the request is repeated",
    }),
    scopes: z.array(KeyScope),
    expiresAt: Instant,
    /** Where it is used: the base of the API's paths. */
    baseUrl: z.url(),
  })
  .meta({ id: "GivenKey" });
export type GivenKey = z.infer<typeof GivenKey>;

/** The answer to a request for access. The token and the key are in it and nowhere else. */
export const AskedAccess = z
  .object({ request: AccessRequest, token: z.string(), testKey: GivenKey })
  .meta({ id: "AskedAccess" });
export type AskedAccess = z.infer<typeof AskedAccess>;

export const AccessQuery = PageQuery.extend({ state: AccessState.optional() });
export type AccessQuery = z.infer<typeof AccessQuery>;
