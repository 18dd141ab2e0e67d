import { z } from "zod";
import { Channel } from "./assist.ts";
import { DaysQuery } from "./ending.ts";
import { Slug } from "./id.ts";

/** The days that are counted, in which parts, and of what alone. */
export const FiguresQuery = DaysQuery.extend({
  by: z.enum(["month", "week"]).default("month"),
  service: Slug.optional(),
  channel: Channel.optional(),
  ward: z.string().max(200).optional(),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;

/** What was received and done in one part of the time, at one service, by one channel, or about one ward. */
export const Figure = z
  .object({
    group: z.enum(["all", "month", "week", "service", "channel", "ward"]),
    of: z.string().meta({
      description:
        "The month (`2026-05`), the Monday of the week, the service, the channel or the ward; empty for all, and for what nobody said a ward of",
    }),
    title: z.string(),
    received: z.int(),
    done: z.int(),
    late: z.int().meta({ description: "How many of those done ended after they should have been" }),
    medianWorkingDays: z.int().optional().meta({
      description: "Half of those done took no longer; left out where that is not known",
    }),
    ninetiethWorkingDays: z.int().optional().meta({
      description: "Nine of ten of those done took no longer",
    }),
    chased: z.int().optional().meta({
      description:
        "How often somebody got in touch to ask; left out by channel and by ward, of which contacts say nothing",
    }),
  })
  .meta({ id: "Figure" });
export type Figure = z.infer<typeof Figure>;
