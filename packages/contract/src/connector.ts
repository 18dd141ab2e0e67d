import { z } from "zod";
import { Slug } from "./id.ts";
import { SignatureDemand } from "./key.ts";
import { Code } from "./reference-data.ts";
import { text } from "./text.ts";

/** What one status of a back office means to the citizen. `external` is its code, or codes joined by `/`. */
export const StatusRow = z.strictObject({
  external: text(200, 1),
  stage: Slug,
  /** Words for the citizen, where the stage's own are not enough. */
  text: text(400).optional(),
  /** Ends the process so. */
  ends: z.enum(["completed", "closed", "referred"]).optional(),
});
export type StatusRow = z.infer<typeof StatusRow>;

/** A tenant's connection to an outside system, as its folder says it: no secrets. */
export const ConnectorDefinition = z.strictObject({
  id: Slug,
  kind: z.enum(["alloy", "uniform", "valuebill", "govuk-pay"]),
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
  /** Ask for changes this often; left out where the back office calls us. */
  pollEveryS: z.int().min(5).max(86_400).optional(),
  /** What its writes with a grant must be signed with: its public key, or the secret that is kept sealed. */
  signedWrites: SignatureDemand.optional(),
  statuses: z.array(StatusRow).default([]),
  /** The back office's code lists by name, as they were when last copied here; it is asked for newer ones every day. */
  codes: z.record(z.string().min(1).max(80), z.array(Code)).default({}),
});
export type ConnectorDefinition = z.infer<typeof ConnectorDefinition>;

/** A file that goes with a delivery, read only when it is sent. */
export interface Evidence {
  readonly name: string;
  readonly contentType: string;
  read(): Promise<Uint8Array>;
}

/** One attempt to hand a case over. `body` and `key` are the same at every attempt. */
export interface Outgoing {
  readonly key: string;
  /** Our public reference, which the back office keeps and can be asked for. */
  readonly reference: string;
  readonly operation: string;
  readonly body: string;
  /** 1 for the first; from 2 on the receiver may already have the case. */
  readonly attempt: number;
  readonly evidence: readonly Evidence[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What a back office answered. A code is one of ours, never its text, which may hold personal data. */
export type Outcome =
  | { readonly outcome: "accepted"; readonly reference: string; readonly duplicate?: boolean }
  | { readonly outcome: "refused"; readonly code: string }
  | { readonly outcome: "retry"; readonly code: string; readonly afterMs?: number }
  /** Nobody knows whether it was taken. */
  | { readonly outcome: "ambiguous"; readonly code: string };

/** A change seen in the back office since the last look. `changeKey` is the same whenever the same change is seen. */
export interface Change {
  readonly reference: string;
  readonly changeKey: string;
  readonly status?: string;
  readonly at: Date;
}

/** One outside system, spoken to with one tenant's settings and credentials. */
export interface Connector {
  /** Whether the receiver can be asked, after an ambiguous answer, if it has the case. */
  readonly canBeAsked: boolean;
  /** Hand a case over. Never throws for what the other side does; the signal ends it. */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Outcome>;
  /** A code list as the back office has it now; only where it can be asked for one. */
  codes?(list: string, signal: AbortSignal): Promise<readonly Code[]>;
  /** The changes of a window, latest state only; only where the system is polled. */
  poll?(window: { from: Date; to: Date }, signal: AbortSignal): Promise<readonly Change[]>;
}
