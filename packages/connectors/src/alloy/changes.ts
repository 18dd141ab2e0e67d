import type { Change } from "@guildhall/contract";
import { z } from "zod";
import { NotAccepted } from "../not-accepted.ts";
import { valuesOf } from "./case.ts";
import { type ListedItem, listChanged } from "./changed.ts";
import { toContainer } from "./container.ts";
import type { Alloy } from "./create-case.ts";
import { officersNotes } from "./notes.ts";
import { ItemId } from "./search.ts";
import type { AlloySettings, Linked } from "./settings.ts";
import { statusOf } from "./status.ts";

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * See what has changed in a window: the latest state of each case, and of what its work goes on in.
 *
 * An edit after the window is left to the next, which has it. One whose log says an earlier time than the list
 * does is taken: nothing is left out for a log that is behind. The key of a change holds the item's signature,
 * so that two edits of one instant are two changes.
 *
 * @throws NotAccepted
 */
export async function seeChanges(
  alloy: Alloy,
  { design, window }: { readonly design: string; readonly window: Window },
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const { api, settings } = alloy;
  const changes: Change[] = [];
  for (const item of await listChanged(api, { design, since: window.from }, signal)) {
    const edit = await editOf(alloy, { item, window }, signal);
    if (edit) changes.push({ ...edit, reference: item.itemId, ...stateOf(settings, item) });
  }
  for (const linked of settings.linked) {
    changes.push(...(await seeLinked(alloy, { design, linked, window }, signal)));
  }
  return changes.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** When an item of the window was edited, and the key of that edit; undefined where it does not count here. */
async function editOf(
  { log }: Alloy,
  { item, window }: { readonly item: ListedItem; readonly window: Window },
  signal: AbortSignal,
): Promise<Pick<Change, "at" | "changeKey"> | undefined> {
  const { itemId, signature } = item;
  const edit = await log.lastEdit(item, signal);
  if (edit?.isDeleted || (edit && edit.at > window.to)) return undefined;
  const at = edit?.at ?? window.to;
  const digits = at.toISOString().replace(/\D/g, "");
  const key = edit ? [itemId, digits, signature] : [itemId, signature ?? digits];
  return { at, changeKey: key.filter(Boolean).join("_") };
}

function stateOf(settings: AlloySettings, item: ListedItem): Partial<Change> {
  const values = valuesOf(item);
  const { incoming } = settings.notes ?? {};
  const status = statusOf(values, settings.status);
  const words = incoming && values.get(incoming.attribute);
  const notes =
    incoming && typeof words === "string" ? officersNotes(words, incoming.visibleToCitizen) : [];
  const container = toContainer(settings.container, values);
  return {
    ...(status !== undefined && { status }),
    ...(notes.length > 0 && { notes }),
    ...(container && { container }),
  };
}

/** The state of jobs and defects, under the reference of each case that links to them. */
async function seeLinked(
  alloy: Alloy,
  { design, linked, window }: { design: string; linked: Linked; window: Window },
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const listed = await listChanged(
    alloy.api,
    { design: linked.design, since: window.from },
    signal,
  );
  for (const { item, status } of speaking(listed, linked)) {
    const edit = await editOf(alloy, { item, window }, signal);
    if (!edit) continue;
    const cases = await parentsOf(alloy.api, { item, linked, design }, signal);
    changes.push(...cases.map((reference) => ({ ...edit, reference, status })));
  }
  return changes;
}

/** The items whose status says something. */
function speaking(listed: readonly ListedItem[], { status: attributes, ignore }: Linked) {
  return listed.flatMap((item) => {
    const status = statusOf(valuesOf(item), attributes);
    return status === undefined || ignore.includes(status) ? [] : [{ item, status }];
  });
}

const Parents = z.object({
  results: z.array(z.object({ itemId: ItemId, designCode: z.string() })),
});

async function parentsOf(
  api: Alloy["api"],
  { item, linked, design }: { item: ListedItem; linked: Linked; design: string },
  signal: AbortSignal,
): Promise<string[]> {
  const query = new URLSearchParams({ AttributeCode: linked.link, Page: "1", PageSize: "100" });
  const answer = await api.get(`item/${item.itemId}/parents?${query}`, signal);
  const parsed = Parents.safeParse(answer);
  if (!parsed.success) throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
  return parsed.data.results
    .filter(({ designCode }) => designCode === design)
    .map(({ itemId }) => itemId);
}
