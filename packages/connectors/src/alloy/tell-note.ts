import type { Outgoing } from "@guildhall/contract";
import { z } from "zod";
import { NotAccepted, refused } from "../not-accepted.ts";
import type { Note } from "../note-words.ts";
import { changeCase, type Merge } from "./case.ts";
import type { Alloy } from "./create-case.ts";
import { blockOf, withNote } from "./notes.ts";
import { findItems, ItemId } from "./search.ts";
import type { Notes } from "./settings.ts";

/** Tell a case a note in its council's way; false where it is there already. */
export function tellNote(
  alloy: Alloy,
  told: Outgoing & { readonly note: Note },
  signal: AbortSignal,
): Promise<boolean> {
  const { notes } = alloy.settings;
  if (!notes) throw refused("not-configured");
  if (notes.as === "item") return tellAsItem(alloy, { ...told, notes }, signal);
  const merge: Merge = (values) => {
    const held = textOf(values.get(notes.attribute));
    const text = withNote(held, told.note);
    return text === held ? {} : { [notes.attribute]: text };
  };
  return changeCase(alloy.api, { id: told.reference, merge }, signal);
}

type AsItem = Extract<Notes, { as: "item" }>;

/** Alloy links a new item to its parent in the call that makes it, so a note is never there without its case. */
async function tellAsItem(
  { api }: Alloy,
  { notes, note, ...outgoing }: Outgoing & { readonly note: Note; readonly notes: AsItem },
  signal: AbortSignal,
): Promise<boolean> {
  const { design, link, text, reference } = notes;
  const query = {
    design,
    attribute: reference,
    text: note.id,
    collections: ["Live", "Archive"],
  } as const;
  if ((await findItems(api, query, signal)).length > 0) return false;
  const values = { [text]: blockOf(note), [reference]: note.id };
  const attributes = Object.entries(values).map(([attributeCode, value]) => ({
    attributeCode,
    value,
  }));
  const item = { designCode: design, attributes, parents: { [link]: [idOf(outgoing.reference)] } };
  const headers = { ...outgoing.headers, "idempotency-key": outgoing.key };
  try {
    const reply = await api.post("item", JSON.stringify(item), headers, signal);
    if (Made.safeParse(reply).success) return true;
  } catch (error) {
    if (error instanceof NotAccepted && isThere.includes(error.outcome.code)) return false;
    throw error;
  }
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

const Made = z.object({ item: z.object({ itemId: ItemId }) });

/** What Alloy says of a note that it has, though its search did not find it yet. */
const isThere = ["already-exists", "attribute-not-unique"];

function idOf(reference: string): string {
  if (ItemId.safeParse(reference).success) return reference;
  throw refused("reference-invalid");
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  throw refused("attribute-type");
}
