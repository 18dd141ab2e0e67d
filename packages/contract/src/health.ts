import { z } from "zod";
import { ConnectorDrift } from "./drift.ts";
import { Instant, Slug } from "./id.ts";

/** How it goes with one connector. */
export const ConnectorHealth = z
  .object({
    connector: Slug,
    name: z.string(),
    kind: z.string(),
    lastSuccessAt: Instant.optional(),
    /** The last attempt that was not taken, and why. */
    lastFailure: z.object({ at: Instant, code: z.string().optional() }).optional(),
    /** `open` where it is not spoken to because it does not answer, `half-open` while it is tried again. */
    breaker: z.object({
      state: z.enum(["closed", "open", "half-open"]),
      since: Instant.optional(),
      /** When it is tried again. */
      until: Instant.optional(),
      code: z.string().optional(),
    }),
    /** How long the latest attempts took that were answered; left out where there were none. */
    latency: z.object({ attempts: z.int(), p50Ms: z.int(), p95Ms: z.int() }).optional(),
    drift: ConnectorDrift.shape.state,
    /** When its certificate ends, where it proves itself by one. */
    credentialExpiresAt: Instant.optional(),
    /** What is owed to it, and what waits for a person. */
    owed: z.int(),
    waiting: z.int(),
  })
  .meta({ id: "ConnectorHealth" });
export type ConnectorHealth = z.infer<typeof ConnectorHealth>;

/** What is owed in one lane: each connector has one, messages have one, webhooks have one. */
export const LaneHealth = z
  .object({
    lane: z.string(),
    title: z.string(),
    /** Due or put off, under way, and left to a person. */
    pending: z.int(),
    underWay: z.int(),
    waiting: z.int(),
    /** When the oldest of those that can be sent now was due. */
    oldestDueAt: Instant.optional(),
  })
  .meta({ id: "LaneHealth" });
export type LaneHealth = z.infer<typeof LaneHealth>;

export const Health = z
  .object({ connectors: z.array(ConnectorHealth), lanes: z.array(LaneHealth) })
  .meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

/** How it goes with a tenant: counts and states, and nothing of its citizens. */
export const TenantHealth = z
  .object({
    tenant: Slug,
    name: z.string(),
    /** As it was when it was last looked at; left out where nobody has. */
    seen: z
      .object({
        at: Instant,
        connectors: z.int(),
        /** Connectors that are not spoken to. */
        stopped: z.int(),
        held: z.int(),
        refused: z.int(),
        dead: z.int(),
        /** What goes by itself, and when the oldest of it was due. */
        owed: z.int(),
        oldestDueAt: Instant.optional(),
        /** Alarms that nobody looks after. */
        alarms: z.int(),
      })
      .optional(),
  })
  .meta({ id: "TenantHealth" });
export type TenantHealth = z.infer<typeof TenantHealth>;
