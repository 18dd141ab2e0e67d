import { z } from "zod";
import { ItemId } from "./item-id.ts";

/** What an officer did that the platform has to hear of. */
export const News = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("status"), externalStatus: z.string() }),
  z.object({ kind: z.literal("note"), contents: z.string(), visibleToCitizen: z.boolean() }),
  z.object({ kind: z.literal("ask"), question: z.string() }),
  z.object({
    kind: z.literal("complete"),
    externalStatus: z.string(),
    fields: z.record(z.string(), z.string()),
  }),
]);
export type News = z.infer<typeof News>;

/** One call that was made, and what came of it: a status, or why there was none. */
export const Call = z.object({
  at: z.iso.datetime(),
  method: z.string(),
  url: z.string(),
  status: z.int().optional(),
  error: z.string().optional(),
});
export type Call = z.infer<typeof Call>;

/** News owed to the platform until it is answered for. */
export const Notice = z.object({
  id: z.string(),
  itemId: ItemId,
  news: News,
  createdAt: z.iso.datetime(),
  state: z.enum(["waiting", "answered", "refused"]),
  attempts: z.int(),
  calls: z.array(Call),
});
export type Notice = z.infer<typeof Notice>;
