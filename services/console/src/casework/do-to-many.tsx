import type { BulkOutcome, BulkTasks, Task } from "@guildhall/contract";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { asItGoes } from "../routes/as-it-goes.ts";
import { ActDonePage, Outcome, SoFar } from "./act-done-page.tsx";
import type { ActFrame } from "./chosen-tasks.tsx";
import type { TypedAct } from "./read-act.ts";

/** Between two parts whoever waits sees how far it is. */
const atOnce = 10;

interface Doing {
  readonly page: ActFrame & { readonly typed: TypedAct };
  readonly act: BulkTasks["act"];
}

/**
 * Do one thing to tasks part by part, and show how far it is and what became of each.
 *
 * What refuses the first part, such as a session that has ended, is answered as anywhere else. A form that comes again
 * does nothing again: each part has a name of its own under the form's.
 */
export async function doToMany(
  c: Context<ConsoleEnv>,
  { reportFault }: Parts,
  { page, act }: Doing,
): Promise<Response> {
  const { tasks, once } = page;
  const { api } = c.var.desk;
  const parts = partsOf(tasks);
  const doPart = async (index: number) => {
    const those = (parts[index] ?? []).map(({ id }) => id);
    return (await api.bulkTasks({ tasks: those, act }, `${once}-${index}`)).data;
  };
  const first = await doPart(0);
  async function* goOn(): AsyncGenerator<Child> {
    const outcome: BulkOutcome["data"] = [...first];
    try {
      for (let index = 1; index < parts.length; index += 1) {
        yield <SoFar done={outcome.length} of={tasks.length} />;
        outcome.push(...(await doPart(index)));
      }
    } catch (error) {
      reportFault(error);
    }
    yield <Outcome {...page} outcome={outcome} />;
  }
  return asItGoes(c, (place) => <ActDonePage {...page}>{place}</ActDonePage>, goOn());
}

function partsOf(tasks: readonly Task[]): Task[][] {
  const starts = Array.from(
    { length: Math.ceil(tasks.length / atOnce) },
    (_, part) => part * atOnce,
  );
  return starts.map((start) => tasks.slice(start, start + atOnce));
}
