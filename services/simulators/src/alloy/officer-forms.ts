import { madeUpStatus } from "../faults.ts";
import type { Wrong } from "../pages/parts.tsx";
import type { Posted, Read } from "../pages/posted.ts";
import { readWhen } from "../pages/when.tsx";
import type { Alloy } from "./alloy.ts";
import type { Item, NewItem } from "./item.ts";
import type { Booking, Completion } from "./officer.ts";
import { closuresOf, referenceOf } from "./view.ts";

export function readStatus(alloy: Alloy, { status = "" }: Posted, item: Item): Read<string> {
  if (alloy.workflow.open.includes(status)) return { value: status };
  const isOn =
    status === madeUpStatus && alloy.faults.takeOf(referenceOf(alloy, item), "unknown-status");
  if (isOn) return { value: makeUpStatus(alloy) };
  return { wrongs: wrong("status", "Choose a status") };
}

const madeUp = "Passed to another team";

/** The id of a status that an administrator of this Alloy has added, like the first one, and told nobody of. */
function makeUpStatus({ items, workflow }: Alloy): string {
  const { statusDesign: designCode, open } = workflow;
  const isMadeUp = (item: Item) =>
    item.designCode === designCode && Object.values(item.attributes).includes(madeUp);
  const known = items.all().find(isMadeUp);
  if (known) return known.itemId;
  const like = Object.entries(items.get(open[0] ?? "").attributes);
  const attributes = like.map(([attributeCode, value]) => ({
    attributeCode,
    value: typeof value === "string" ? madeUp : value,
  }));
  const item: NewItem = { designCode, attributes, parents: {}, collection: "Live" };
  return items.create(item, { username: "administrator" }).itemId;
}

export function readNote(posted: Posted): Read<{ contents: string; visible: boolean }> {
  const read = readWords(posted, { field: "contents", name: "note" });
  return "wrongs" in read
    ? read
    : { value: { contents: read.value, visible: posted.visible === "yes" } };
}

export function readFlags({ workflow }: Alloy, posted: Posted): Read<readonly string[]> {
  return { value: workflow.flags.filter((code) => posted[code] === "yes") };
}

export function readQuestion(posted: Posted): Read<string> {
  return readWords(posted, { field: "question", name: "question", longest: 300 });
}

export function readClosure(alloy: Alloy, { closure = "" }: Posted): Read<string> {
  if (closuresOf(alloy).some(({ itemId }) => itemId === closure)) return { value: closure };
  return { wrongs: wrong("closure", "Choose a reason") };
}

export function readCompletion({ workflow }: Alloy, posted: Posted): Read<Completion> {
  const { closing = "" } = posted;
  const words = (posted.words ?? "").trim();
  const wrongs = [
    workflow.closing.includes(closing) ? [] : wrong("closing", "Choose a final status"),
    words.length <= 4000 ? [] : wrong("words", "The words must be 4,000 characters or fewer"),
  ].flat();
  return wrongs.length > 0 ? { wrongs } : { value: { statusId: closing, words } };
}

export function readBooking(posted: Posted): Read<Booking> {
  const officer = (posted.officer ?? "").trim();
  const when = readWhen(posted);
  const wrongs = [
    ...("wrongs" in when ? when.wrongs : []),
    ...(officer ? [] : wrong("officer", "Enter who will visit")),
    ...(officer.length <= 200 ? [] : wrong("officer", "The name must be 200 characters or fewer")),
  ];
  if (wrongs.length > 0 || "wrongs" in when) return { wrongs };
  return { value: { plannedFor: when.value, officer, tellsCitizen: posted.tells === "yes" } };
}

export function readResult(posted: Posted): Read<string> {
  return readWords(posted, { field: "result", name: "result" });
}

const most = 4000;

function readWords(
  posted: Posted,
  {
    field,
    name,
    longest = most,
  }: { readonly field: string; readonly name: string; readonly longest?: number },
): Read<string> {
  const words = (posted[field] ?? "").trim();
  if (!words) return { wrongs: wrong(field, `Enter a ${name}`) };
  if (words.length <= longest) return { value: words };
  const limit = longest.toLocaleString("en-GB");
  return { wrongs: wrong(field, `The ${name} must be ${limit} characters or fewer`) };
}

function wrong(field: string, text: string): Wrong[] {
  return [{ field, text }];
}
