import { z } from "zod";
import { Operation } from "./connector.ts";
import { Id, Instant, Slug } from "./id.ts";
import { DeliveryState } from "./process.ts";
import { text } from "./text.ts";

/** What is wrong with a row of a mapping for one process, without any of the answers. */
export const DeliveryFault = z
  .object({ target: z.string(), sentence: z.string() })
  .meta({ id: "DeliveryFault" });
export type DeliveryFault = z.infer<typeof DeliveryFault>;

/** One call that an attempt was made of: never a credential, a query string or what was sent. */
export const Exchange = z
  .object({
    method: z.string(),
    /** Without its query string. */
    url: z.string(),
    /** What was answered; left out where nothing was. */
    status: z.int().optional(),
    /** Why there is no answer. */
    code: z.string().optional(),
    ms: z.int(),
    /** The beginning of what was answered, where it was text. */
    response: z.string().optional(),
    truncated: z.literal(true).optional(),
  })
  .meta({ id: "Exchange" });
export type Exchange = z.infer<typeof Exchange>;

/** One thing owed to a back office, and how far its attempts have got. */
export const Delivery = z
  .object({
    id: Id,
    process: Id,
    /** The public reference of its process. */
    processReference: z.string().optional(),
    connector: Slug,
    mapping: z.string(),
    operation: Operation,
    state: DeliveryState,
    attempts: z.int(),
    createdAt: Instant,
    /** When it is tried next, where it is still to be tried by itself. */
    nextAt: Instant.optional(),
    settledAt: Instant.optional(),
    /** What the back office calls it. */
    reference: z.string().optional(),
    /** Why the last attempt came to nothing. */
    lastCode: z.string().optional(),
    /** What that code means, and what can be done about it. */
    lastCodeText: z.string().optional(),
    advice: z.string().optional(),
    /** The version of the service whose mapping writes it, where it is not its process's own. */
    writtenBy: z.int().optional(),
    /** The rows that the receiver's schema would refuse. */
    faults: z.array(DeliveryFault).optional(),
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof Delivery>;

/** One attempt at a delivery. What was answered is masked: personal data of the process does not show. */
export const DeliveryAttempt = z
  .object({
    attempt: z.int(),
    begunAt: Instant,
    endedAt: Instant,
    outcome: z.enum(["accepted", "refused", "retry", "ambiguous"]),
    code: z.string().optional(),
    codeText: z.string().optional(),
    exchanges: z.array(Exchange),
  })
  .meta({ id: "DeliveryAttempt" });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** A document that is or was sent. Where it is masked, what the citizen gave is not in it. */
export const SentDocument = z
  .object({ format: z.enum(["json", "xml"]), text: z.string(), masked: z.boolean() })
  .meta({ id: "SentDocument" });
export type SentDocument = z.infer<typeof SentDocument>;

/** A delivery with all that was tried, masked. */
export const DeliveryDetail = Delivery.extend({
  /** The public reference of its process. */
  processReference: z.string(),
  serviceTitle: z.string(),
  /** What citizens and staff call the back office. */
  connectorName: z.string(),
  history: z.array(DeliveryAttempt),
  /** What every attempt sends, where it is known yet. */
  document: SentDocument.optional(),
}).meta({ id: "DeliveryDetail" });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

/** Why the whole of what was sent and answered is to be read. The audit trail keeps it, so it is none of anybody's words. */
export const DeliveryReading = z
  .strictObject({ reason: z.enum(["find-a-fault", "ask-the-back-office", "answer-the-citizen"]) })
  .meta({ id: "DeliveryReading" });
export type DeliveryReading = z.infer<typeof DeliveryReading>;

/** What was sent and answered, unmasked but for credentials. */
export const DeliveryContents = z
  .object({ document: SentDocument.optional(), history: z.array(DeliveryAttempt) })
  .meta({ id: "DeliveryContents" });
export type DeliveryContents = z.infer<typeof DeliveryContents>;

/** A person dealt with a delivery in another way: it is not sent any more, and what waits behind it goes on. */
export const DeliveryHandling = z
  .strictObject({
    reason: text(1000, 1),
    /** What the back office calls the case, where it was entered by hand. */
    reference: text(200, 1).optional(),
  })
  .meta({ id: "DeliveryHandling" });
export type DeliveryHandling = z.infer<typeof DeliveryHandling>;

/** Give a delivery to a person: a task of its process, for a team, with what is to be done. */
export const DeliveryHandOver = z
  .strictObject({ team: text(120, 1), words: text(1000, 1) })
  .meta({ id: "DeliveryHandOver" });
export type DeliveryHandOver = z.infer<typeof DeliveryHandOver>;

/** Deliveries that wait for a person for one reason. */
export const DeliveryGroup = z
  .object({
    connector: Slug,
    connectorName: z.string(),
    state: DeliveryState,
    code: z.string().optional(),
    codeText: z.string(),
    advice: z.string(),
    count: z.int(),
    /** When the first and the last of them arose. */
    oldestAt: Instant,
    newestAt: Instant,
  })
  .meta({ id: "DeliveryGroup" });
export type DeliveryGroup = z.infer<typeof DeliveryGroup>;
