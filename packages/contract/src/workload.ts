import { z } from "zod";
import { Id } from "./id.ts";

/** How much is still to do, and how much of it should have been done. */
const ToDo = z.object({ open: z.int(), overdue: z.int() });

/** What a team has still to do: how much of it is nobody's, and how much each person's. */
export const TeamWorkload = ToDo.extend({
  /** Left out of tasks that no team was named for. */
  team: z.string().optional(),
  unowned: z.int(),
  people: z.array(ToDo.extend({ id: Id, name: z.string() })),
}).meta({ id: "TeamWorkload" });
export type TeamWorkload = z.infer<typeof TeamWorkload>;

/** What is late, stuck, held and unowned now. */
export const Workload = z
  .object({
    /** Processes that are open, and those of them to which nobody has answered in time. */
    processes: z.object({ open: z.int(), late: z.int() }),
    tasks: ToDo.extend({ unowned: z.int() }),
    /** Deliveries that wait for a person: refused or given up, and those of which nobody knows whether they arrived. */
    deliveries: z.object({ stuck: z.int(), held: z.int() }),
    /** Alarms that nobody looks after. */
    alarms: z.int(),
    teams: z.array(TeamWorkload),
  })
  .meta({ id: "Workload" });
export type Workload = z.infer<typeof Workload>;

/** How many of a team's tasks each of its people was given, and how many are nobody's still. */
export const Allocation = z
  .object({
    team: z.string(),
    people: z.array(z.object({ id: Id, name: z.string(), given: z.int() })),
    left: z.int(),
  })
  .meta({ id: "Allocation" });
export type Allocation = z.infer<typeof Allocation>;
