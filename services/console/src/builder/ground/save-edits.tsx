import type { Edit, EditedDraft } from "@guildhall/contract";
import type { Refused } from "@guildhall/sdk";
import type { Fields } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import type { Done } from "../../pages/done-banner.tsx";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { onceOf } from "../../routes/form.ts";
import { doneAt } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { wantsJson } from "../../routes/wants-json.ts";
import { ConflictPage } from "./conflict-page.tsx";
import type { DraftFrame } from "./draft-frame.ts";
import { sayFault } from "./say-fault.ts";

/** An edit, and the field of the form that says it. */
export interface FieldEdit {
  readonly edit: Edit;
  readonly field?: string;
}

export interface Saving {
  readonly fields: Fields;
  readonly edits: readonly FieldEdit[];
  /** What the page itself has found wrong: then nothing is sent. */
  readonly faults?: Faults;
  /** The page to go on to. */
  readonly next: string;
  readonly done?: Done;
  /** Show the form again with what is wrong, and everything that was typed. */
  readonly onFault: (faults: Faults) => Response | Promise<Response>;
}

/**
 * Send the edits of a form, and go on; or show the form again with what is wrong; or show what somebody else did to the
 * same parts meanwhile, to choose from.
 *
 * Whoever asks for JSON, as autosave does, is told how it stands and stays on the page.
 */
export async function saveEdits(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  saving: Saving,
): Promise<Response> {
  const { fields, edits, faults = {} } = saving;
  if (anyFault(faults)) return refuse(c, saving, faults);
  if (edits.length === 0) return kept(c, saving);
  const body = { since: frame.seen, edits: edits.map(({ edit }) => edit) };
  const call = c.var.desk.api.editServiceDraft(frame.draft.service, body, onceOf(fields));
  const { answer, refused } = await answerOrRefusal(call, [
    "request-invalid",
    "edit-conflict",
    "recipe-part-locked",
    "invalid-text",
    "idempotency-mismatch",
  ]);
  if (answer) return kept(c, saving, answer);
  if (refused.code === "edit-conflict") return inConflict(c, frame, { refused, saving });
  return refuse(c, saving, faultsOf(refused, edits));
}

function refuse(
  c: Context<ConsoleEnv>,
  { onFault }: Saving,
  faults: Faults,
): Response | Promise<Response> {
  if (wantsJson(c)) return c.json({ said: `Not saved yet. ${sentences(faults)}` }, 422);
  return onFault(faults);
}

/**
 * It is saved; what others did to other parts since the sender looked is theirs to know.
 *
 * A page that stays open has not seen it, so it goes on from the revision that it has.
 */
function kept(c: Context<ConsoleEnv>, { next, done }: Saving, edited?: EditedDraft): Response {
  const others = (edited?.meanwhile ?? []).flatMap(({ by, differences }) =>
    differences.map(({ sentence }) => `${sentence} (${by})`),
  );
  if (wantsJson(c)) {
    const beside = others.length > 0 ? ` Meanwhile: ${others.join(" ")}` : "";
    const revision = others.length > 0 ? undefined : edited?.revision;
    return c.json({ revision, said: `What you typed is saved.${beside}` });
  }
  if (done === "draft-saved" && others.length > 0) return doneAt(c, next, "draft-saved-beside");
  return done ? doneAt(c, next, done) : c.redirect(next, 303);
}

function inConflict(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  { refused, saving }: { refused: Refused; saving: Saving },
): Response | Promise<Response> {
  const { conflicts } = refused;
  if (wantsJson(c)) {
    const said = `Not saved. ${conflicts.map(({ sentence }) => sentence).join(" ")} Save the page to choose.`;
    return c.json({ said }, 409);
  }
  const edits = saving.edits.map(({ edit }) => edit);
  const page = { frame, conflicts, edits, next: saving.next };
  return c.html(<ConflictPage {...page} />, 409);
}

/** What the API found wrong, each at the field whose edit it is. */
function faultsOf({ code, faults: found }: Refused, edits: readonly FieldEdit[]): Faults {
  if (found.length === 0) return { "main-content": sayFault({ code }) };
  const said = found.map(({ pointer, ...fault }) => {
    const place = /^\/edits\/(\d+)/.exec(pointer)?.[1];
    const isMeant = ({ edit }: FieldEdit) => "at" in edit && edit.at === pointer;
    const meant = place === undefined ? edits.find(isMeant) : edits[Number(place)];
    const field = meant?.field ?? "main-content";
    return [field, sayFault(fault)] as const;
  });
  return Object.fromEntries(said);
}

function sentences(faults: Faults): string {
  return Object.values(faults).join(" ");
}
