import { createHash } from "node:crypto";
import type { CaseUpdate, Outgoing } from "@guildhall/contract";
import { z } from "zod";
import { NotAccepted, refused } from "../not-accepted.ts";
import { changeCase, type Merge } from "./case.ts";
import type { Alloy } from "./create-case.ts";
import { findItems, ItemId } from "./search.ts";

type Attach = Extract<CaseUpdate, { operation: "attach" }>;

const collections = ["Live", "Archive"] as const;
const originalName = { design: "designs_files", attribute: "attributes_filesOriginalName" };

/**
 * Upload a file and push it to the case's list.
 *
 * It goes under a name that no other document of the platform has, so that a repeat finds what an attempt
 * before it left there: a file without a case is used, and one in the case's list is not attached again.
 */
export async function attachFile(
  { api, settings }: Alloy,
  { update, evidence, reference }: Outgoing & { readonly update: Attach },
  signal: AbortSignal,
): Promise<boolean> {
  const [file] = evidence;
  if (!file) throw refused("evidence-missing");
  const name = ownName(update);
  const query = { ...originalName, text: name, collections };
  const known = await findItems(api, query, signal);
  const id = known[0] ?? readFileId(await api.upload({ ...file, name }, signal));
  const merge: Merge = (values) => {
    const held = listOf(values.get(settings.evidence));
    const isThere = [id, ...known].some((one) => held.includes(one));
    return isThere ? {} : { [settings.evidence]: [...held, id] };
  };
  return changeCase(api, { id: reference, merge }, signal);
}

/** `photo.jpg` as `photo-3f9a1c2b.jpg`: officers still read its name, and it is told from every other `photo.jpg`. */
function ownName({ name, document }: Attach): string {
  const digest = createHash("sha256").update(document).digest("hex").slice(0, 8);
  const [, stem = name, ending = ""] = /^(.+?)(\.\w{1,10})?$/s.exec(name) ?? [];
  return `${stem}-${digest}${ending}`;
}

function readFileId(reply: unknown): string {
  const parsed = z.object({ fileItemId: ItemId }).safeParse(reply);
  if (parsed.success) return parsed.data.fileItemId;
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

/** A list attribute is replaced whole, so one that is not understood must not be written. */
function listOf(value: unknown): readonly string[] {
  const parsed = z.array(z.string()).safeParse(value ?? []);
  if (parsed.success) return parsed.data;
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}
