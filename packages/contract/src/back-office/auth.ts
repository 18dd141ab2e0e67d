import { z } from "zod";
import { Case, HeaderName } from "./conditions.ts";
import { AnswerPath } from "./paths.ts";
import { pathTemplate, request, xmlTemplate } from "./request.ts";

const tokenPlace = z.strictObject({
  /** Where the log-on's answer holds the token. */
  token: AnswerPath,
  /** How long it is trusted. */
  lastsS: z.int().min(10).max(86_400).default(240),
  /** An answer that means that the token is not known any more, beside 401. */
  lostWhen: z.array(Case).min(1).max(5).optional(),
});

/**
 * How a connector is let in. The secrets themselves are the connector's credential, which is sealed and never here.
 * `certificate` stands for a client certificate (mutual TLS), alone or beside one of the others.
 */
export const Auth = z.discriminatedUnion("by", [
  /** A key in a header or in the query, after a word such as `Token ` where there is one. */
  z
    .strictObject({
      by: z.literal("api-key"),
      header: HeaderName.optional(),
      query: z.string().min(1).max(60).optional(),
      after: z.string().max(20).default(""),
    })
    .refine(
      ({ header, query }) => (header === undefined) !== (query === undefined),
      "A key goes into one “header” or one “query” parameter.",
    ),
  z.strictObject({ by: z.literal("basic") }),
  z.strictObject({ by: z.literal("bearer") }),
  /** OAuth 2 client credentials. */
  z.strictObject({
    by: z.literal("oauth2"),
    /** Where tokens are given: an https address, or a path below the connector's. */
    tokenUrl: z.union([z.url({ protocol: /^https$/ }), pathTemplate("codes")]),
    scope: z.string().max(400).optional(),
    audience: z.string().max(400).optional(),
    /** Whether the client's id and secret go into a header, as the standard prefers, or into the form. */
    clientIn: z.enum(["header", "form"]).default("header"),
  }),
  /** A log-on of the system's own, whose token other requests name as `{token}`. */
  tokenPlace.extend({ by: z.literal("session"), logOn: request("logOn") }),
  z.strictObject({ by: z.literal("certificate") }),
]);
export type Auth = z.infer<typeof Auth>;

/** How a SOAP connector is let in. */
export const SoapAuth = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("basic") }),
  /** WS-Security UsernameToken: the password as it is, or its digest with a nonce and the time. */
  z.strictObject({
    by: z.literal("username-token"),
    password: z.enum(["text", "digest"]).default("text"),
  }),
  /** An operation that gives a token, which other operations name as `{token}`. */
  tokenPlace.extend({
    by: z.literal("session"),
    logOn: z.strictObject({ action: z.string().max(300), body: xmlTemplate("logOn") }),
  }),
  /** The name and password stand in each operation's body, as `{credential.userName}` and `{credential.password}`. */
  z.strictObject({ by: z.literal("body") }),
  z.strictObject({ by: z.literal("certificate") }),
]);
export type SoapAuth = z.infer<typeof SoapAuth>;
