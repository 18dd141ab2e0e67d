import { z } from "zod";
import { Instant } from "./id.ts";
import { PageQuery } from "./page.ts";

/** Who or what called: a key of a vendor or partner, a back office with a grant, or a member of staff. */
export const CallerKind = z.enum(["key", "back-office", "staff"]).meta({ id: "CallerKind" });
export type CallerKind = z.infer<typeof CallerKind>;

/** What became of a call: answered, refused for something in it (4xx), or failed for something on our side (5xx). */
export const CallOutcome = z.enum(["ok", "refused", "failed"]).meta({ id: "CallOutcome" });
export type CallOutcome = z.infer<typeof CallOutcome>;

const CallerId = z
  .string()
  .max(80)
  .meta({
    description: "The id of the key, the connector or the person",
    examples: ["8f3kQ2mZx0aB"],
  });

/** One call of the API. It says which route was called, never with what: no values, no ids, no address. */
export const Call = z
  .object({
    id: z.string().meta({ description: "Its place in the log: a later call has a greater one" }),
    at: Instant,
    caller: z.object({
      kind: CallerKind,
      id: CallerId,
      name: z.string().optional().meta({ description: "As staff and citizens see it" }),
    }),
    method: z.string(),
    route: z.string().meta({ examples: ["/v1/processes/{id}"] }),
    status: z.int(),
    outcome: CallOutcome,
    code: z.string().optional().meta({ description: "The problem it was refused with" }),
    durationMs: z.int(),
    requestId: z.string().meta({ description: "What was answered as `X-Request-Id`" }),
  })
  .meta({ id: "Call" });
export type Call = z.infer<typeof Call>;

export const CallQuery = PageQuery.extend({
  caller: CallerId.optional(),
  status: z.coerce.number().int().min(100).max(599).optional(),
  outcome: CallOutcome.optional(),
  route: z.string().max(200).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
});
export type CallQuery = z.infer<typeof CallQuery>;

/** How many calls a caller made on a day, by what became of them. */
export const CallCount = z
  .object({
    day: z.iso.date().meta({ description: "In UTC" }),
    caller: z
      .object({
        kind: z.enum([...CallerKind.options, "citizen"]),
        id: CallerId.optional().meta({
          description: "Left out of staff and citizens, who are counted together",
        }),
        name: z.string().optional(),
      })
      .meta({ id: "CountedCaller" }),
    ok: z.int(),
    refused: z.int(),
    failed: z.int(),
  })
  .meta({ id: "CallCount" });
export type CallCount = z.infer<typeof CallCount>;

export const CallCountQuery = z.object({
  days: z.coerce.number().int().min(1).max(90).default(30),
  caller: CallerId.optional(),
  route: z.string().max(200).optional(),
});
export type CallCountQuery = z.infer<typeof CallCountQuery>;
