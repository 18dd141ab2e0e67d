import { z } from "zod";
import { Id, Instant, Slug } from "./id.ts";
import { SignatureDemand } from "./key.ts";
import { Code } from "./reference-data.ts";
import { Role } from "./role.ts";
import { text } from "./text.ts";

/** What can be done to a case in a back office. */
export const Operation = z.enum(["create", "update", "note", "attach"]);
export type Operation = z.infer<typeof Operation>;

/** What one status of a back office means to the citizen. `external` is its code, or codes joined by `/`. */
export const StatusRow = z.strictObject({
  external: text(200, 1),
  /** Counts only for a case that stood at this status before. */
  after: text(200, 1).optional(),
  /** Left out where the citizen's stage stays as it is: the status is known and says nothing to them. */
  stage: Slug.optional(),
  /** Words for the citizen, where the stage's own are not enough. */
  text: text(400).optional(),
  /** False where the citizen is not written to, though their stage moves. */
  message: z.literal(false).optional(),
  /** Ends the process so. */
  ends: z.enum(["completed", "closed", "referred"]).optional(),
});
export type StatusRow = z.infer<typeof StatusRow>;

/** A tenant's connection to an outside system, as its folder says it: no secrets. */
export const ConnectorDefinition = z.strictObject({
  id: Slug,
  kind: z.enum([
    "alloy",
    "uniform",
    "valuebill",
    "http",
    "soap",
    "open311",
    "govuk-pay",
    "govuk-notify",
  ]),
  /** What citizens and staff call it: "environmental health". */
  name: text(120, 1),
  /** An https address, or `simulator:<path>` for the simulator of this installation. */
  address: z.union([z.url({ protocol: /^https$/ }), z.string().regex(/^simulator:[a-z0-9/-]+$/)]),
  /** Settings of the kind: an Alloy design, attribute codes, a Uniform database id, … */
  settings: z
    .record(z.string(), z.json())
    .default({})
    // Said in words of its own: a schema that holds itself has no end when it is written out.
    .meta({ type: "object", additionalProperties: true }),
  maxParallel: z.int().min(1).max(64).default(2),
  timeoutMs: z.int().min(1000).max(300_000).default(30_000),
  /** How long its search may miss a new case. After an answer that was lost it is asked no sooner, and twice so far apart; 10 unless said otherwise. */
  findableAfterS: z.int().min(1).max(3600).optional(),
  /** Ask for changes this often; left out where the back office calls us. */
  pollEveryS: z.int().min(5).max(86_400).optional(),
  /** What it is told of a case after it took it over: notes, files that go apart from it, and changes of the container. */
  follows: z.array(Operation.exclude(["create"])).default([]),
  /** Whose task it is when this connector stops, drifts or fails: `tenant-admin` unless said otherwise. */
  lookedAfterBy: Role.optional(),
  /** What its writes with a grant must be signed with: its public key, or the secret that is kept sealed. */
  signedWrites: SignatureDemand.optional(),
  statuses: z.array(StatusRow).default([]),
  /** The statuses that it is known to have: each has to be in a table before a service is published. */
  knownStatuses: z.array(Code).default([]),
  /** The back office's code lists by name, as they were when last copied here; it is asked for newer ones every day. */
  codes: z.record(z.string().min(1).max(80), z.array(Code)).default({}),
});
export type ConnectorDefinition = z.infer<typeof ConnectorDefinition>;

/** Whether a connector is a back office, which takes cases: where citizens pay and who prints letters are none. */
export function takesCases({ kind }: Pick<ConnectorDefinition, "kind">): boolean {
  return kind !== "govuk-pay" && kind !== "govuk-notify";
}

/** A file that goes with a delivery, read only when it is sent. */
export interface Evidence {
  readonly name: string;
  readonly contentType: string;
  read(): Promise<Uint8Array>;
}

/** What is known of a case beside its answers, by the same names in both directions. */
export const Container = z
  .strictObject({
    submitter: z
      .strictObject({
        name: text(200),
        email: text(254),
        phone: text(40),
        address: text(400),
      })
      .partial(),
    location: z
      .strictObject({ address: text(400), uprn: text(12), lat: z.number(), lon: z.number() })
      .partial(),
    /** Status flags by name: `emergency`, `contaminated`, … */
    flags: z.record(Slug, z.boolean()),
  })
  .partial()
  .meta({ id: "Container" });
export type Container = z.infer<typeof Container>;

/**
 * What a back office is told of a case that it has: the frozen body of a delivery that is no `create`, as JSON. A
 * connector writes it in the words of its system, the same bytes for the same update.
 */
export const CaseUpdate = z.discriminatedUnion("operation", [
  z.strictObject({
    operation: z.literal("note"),
    note: z.strictObject({
      id: Id,
      text: z.string(),
      author: z.string(),
      byCitizen: z.boolean(),
      at: Instant,
    }),
  }),
  /** The file itself comes as evidence. */
  z.strictObject({ operation: z.literal("attach"), document: Id, name: z.string() }),
  z.strictObject({
    operation: z.literal("update"),
    stage: Slug,
    status: z.string(),
    container: Container,
    at: Instant,
  }),
]);
export type CaseUpdate = z.infer<typeof CaseUpdate>;

/** The code of a `retry`: the back office was asked for the case and does not find it, which counts only the second time. */
export const notThereYet = "not-there-yet";

/** One attempt to hand something over. `body` and `key` are the same at every attempt. */
export interface Outgoing {
  readonly key: string;
  /** Our public reference, which the back office keeps and can be asked for. */
  readonly reference: string;
  /** What is done to the case; a `create` makes it. */
  readonly does: Operation;
  /** What the back office calls the case; of a `create`, what it was taken under for now. */
  readonly theirReference?: string | undefined;
  /** The operation that the mapping of a `create` names. */
  readonly operation: string;
  /** The mapped document of a `create`; else a `CaseUpdate`. */
  readonly body: string;
  /** 1 for the first; from 2 on the receiver may already have it. */
  readonly attempt: number;
  /** Only look the case up, and answer `retry` with `notThereYet` where it is not found: an attempt before may have made it. */
  readonly looksOnly?: true;
  readonly evidence: readonly Evidence[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What a back office answered. A code is one of ours, never its text, which may hold personal data. */
export type Outcome =
  | { readonly outcome: "accepted"; readonly reference: string; readonly duplicate?: boolean }
  | { readonly outcome: "refused"; readonly code: string }
  | {
      readonly outcome: "retry";
      readonly code: string;
      readonly afterMs?: number;
      /** It was taken under this for now, and the next attempt of a create asks for what it is called. */
      readonly reference?: string;
    }
  /** Nobody knows whether it was taken. */
  | { readonly outcome: "ambiguous"; readonly code: string };

/** A note that somebody wrote in the back office. */
export interface SeenNote {
  /** The same whenever the same note is seen. */
  readonly key: string;
  readonly text: string;
  readonly author?: string;
  readonly visibleToCitizen: boolean;
}

/** A change seen in the back office since the last look. `changeKey` is the same whenever the same change is seen. */
export interface Change {
  readonly reference: string;
  readonly changeKey: string;
  readonly status?: string;
  readonly notes?: readonly SeenNote[];
  readonly container?: Container;
  readonly at: Date;
}

/** One field of a document that a back office takes, as the back office says it is now. */
export interface DesignField {
  /** The target that a mapping's row names. */
  readonly target: string;
  readonly title: string;
  readonly type: string;
  readonly required: boolean;
  /** What it may hold, where that is a list. */
  readonly options?: readonly Code[];
}

/** The shape of what one operation of a back office takes. */
export interface Design {
  /** What mappings call it: an Alloy design, an operation, a schema's root. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly DesignField[];
}

/** One outside system, spoken to with one tenant's settings and credentials. */
export interface Connector {
  /** What it can be told. */
  readonly does: ReadonlySet<Operation>;
  /** Whether the receiver can be asked, after an ambiguous answer, if it has this already. */
  canBeAsked(operation: Operation): boolean;
  /** Whether `send` can look a case up by our reference before it makes it. */
  readonly looksUp?: boolean;
  /** Hand something over. Never throws for what the other side does; the signal ends it. */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Outcome>;
  /** Look a case up by our reference and give theirs; only where it can be asked. */
  find?(reference: string, signal: AbortSignal): Promise<string | undefined>;
  /** A code list as the back office has it now; only where it can be asked for one. */
  codes?(list: string, signal: AbortSignal): Promise<readonly Code[]>;
  /** The changes of a window, latest state only; only where the system is polled. */
  poll?(window: { from: Date; to: Date }, signal: AbortSignal): Promise<readonly Change[]>;
  /** The live shape of these designs; only where the system tells it. One that is gone is left out. */
  describe?(designs: readonly string[], signal: AbortSignal): Promise<readonly Design[]>;
  /** The designs that there are; only where the system, or its settings, tell them. */
  designs?(signal: AbortSignal): Promise<readonly Pick<Design, "id" | "title">[]>;
}
