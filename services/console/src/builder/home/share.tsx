import { NewPreview } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { SharePage, shareDays, type TypedShare } from "./share-page.tsx";

const dayMs = 86_400_000;

/** Make the link, and lead to the page that shows it. */
export async function share(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  now: Date,
): Promise<Response> {
  const fields = await formOf(c);
  const typed: TypedShare = {
    name: fieldOf(fields, "name")?.trim() ?? "",
    days: fieldOf(fields, "days") ?? "",
    showsComments: fieldOf(fields, "showsComments") === "yes",
  };
  const again = (faults: Faults) => c.html(<SharePage {...{ frame, typed, faults }} />, 422);
  const faults = faultsIn(typed);
  if (Object.keys(faults).length > 0) return again(faults);
  const { name, days, showsComments } = typed;
  // A moment less, so that the longest is not too long by the time that the API reads it.
  const expiresAt = new Date(now.getTime() + Number(days) * dayMs - 60_000).toISOString();
  const asked = { name, showsComments, expiresAt };
  const call = c.var.desk.api.shareDraft(frame.draft.service, asked, onceOf(fields));
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid"]);
  if (refused) return again({ name: unshowable });
  return doneAt(c, c.var.office.at.preview(answer.id), "draft-shared");
}

const unshowable =
  "The questions cannot be shown as they are. See on the service’s page what is to be mended";

function faultsIn({ name, days }: TypedShare): Faults {
  const isName = NewPreview.shape.name.safeParse(name).success;
  return {
    ...(!isName && { name: "Say what you call it, in 120 characters or fewer" }),
    ...(!shareDays.includes(days) && { days: "Choose for how long" }),
  };
}
