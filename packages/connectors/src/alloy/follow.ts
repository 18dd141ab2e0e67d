import { CaseUpdate, type Outcome, type Outgoing } from "@guildhall/contract";
import { harmless, refused } from "../not-accepted.ts";
import { attachFile } from "./attach-file.ts";
import { changeCase, type Merge } from "./case.ts";
import { isSame, toAttributes } from "./container.ts";
import type { Alloy } from "./create-case.ts";
import { parseJson } from "./item.ts";
import { statusValue } from "./status.ts";
import { tellNote } from "./tell-note.ts";

type Update = Extract<CaseUpdate, { operation: "update" }>;

/**
 * Tell Alloy more of a case that it has: a note, a file, or what has changed in it.
 *
 * Each looks for its own work before it does it, so that a repeat leaves what is there, and an ending that
 * nobody knows is a plain retry.
 */
export async function follow(
  alloy: Alloy,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const { theirReference: reference = "", body, does } = outgoing;
  const parsed = CaseUpdate.safeParse(parseJson(body));
  if (!parsed.success || parsed.data.operation !== does) throw refused("document-invalid");
  const told = { ...outgoing, reference, update: parsed.data };
  const isNew = await harmless(tell(alloy, told, signal));
  return { outcome: "accepted", reference, ...(isNew ? {} : { duplicate: true }) };
}

type Told = Outgoing & { readonly update: CaseUpdate };

/** False where all of it was there already. */
function tell(alloy: Alloy, told: Told, signal: AbortSignal): Promise<boolean> {
  const { update } = told;
  if (update.operation === "note") return tellNote(alloy, { ...told, note: update.note }, signal);
  if (update.operation === "attach") return attachFile(alloy, { ...told, update }, signal);
  const merge = mergeUpdate(alloy.settings, update);
  return changeCase(alloy.api, { id: told.reference, merge }, signal);
}

/** Write the container's facts and, where the council has codes for it, the stage; what is there is not written. */
function mergeUpdate(settings: Alloy["settings"], { container, stage }: Update): Merge {
  const codes = settings.stages[stage] ?? [];
  return (values) => {
    const status = settings.status.flatMap((attribute, place) => {
      const code = codes[place];
      return code ? [[attribute, statusValue(values.get(attribute), code)] as const] : [];
    });
    const wanted = {
      ...toAttributes(settings.container, container),
      ...Object.fromEntries(status),
    };
    return Object.fromEntries(
      Object.entries(wanted).filter(([code, value]) => !isSame(values.get(code), value)),
    );
  };
}
