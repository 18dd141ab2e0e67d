import type { NewTakeIn } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { TakeInPage } from "./take-in-page.tsx";

/** Take what was published meanwhile into the draft; where both have changed the same, ask which is to stand. */
export async function takeIn(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const decisions = decisionsIn(fields);
  const call = c.var.desk.api.takeIn(frame.draft.service, { decisions }, onceOf(fields));
  const { refused } = await answerOrRefusal(call, ["edit-conflict"]);
  if (!refused) return doneAt(c, frame.here.publish, "live-taken-in");
  const { conflicts } = refused;
  const hasChosen = fields.has("at-0");
  const faults: Faults = hasChosen
    ? Object.fromEntries(conflicts.map((_, place) => [`take-${place}`, "Choose which is to stand"]))
    : {};
  return c.html(<TakeInPage {...{ frame, conflicts, decisions, faults }} />, 409);
}

/** What was decided of each part: those of this page, and of the one before it. */
function decisionsIn(fields: Fields): NewTakeIn["decisions"] {
  return [...fields.keys()].flatMap((name): NewTakeIn["decisions"] => {
    const [, prefix = "", place = ""] = /^(decided-)?at-(\d{1,3})$/.exec(name) ?? [];
    const at = fieldOf(fields, name);
    const take = fieldOf(fields, `${prefix}take-${place}`);
    return at !== undefined && (take === "ours" || take === "theirs") ? [{ at, take }] : [];
  });
}
