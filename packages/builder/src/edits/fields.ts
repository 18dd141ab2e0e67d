import type { PartPath } from "@guildhall/contract";
import { changeAt, putAt } from "../change-at.ts";
import { type Data, isFields, partOf } from "../data.ts";
import { stepsAlong, type Way } from "../locate.ts";
import { nameField } from "../names.ts";
import { nounOf } from "../words/part-words.ts";
import { itemIfAny, wayAt } from "./find.ts";
import { Refusal } from "./refusal.ts";

/** Say something at a place, or say it anew. A name stays: whoever wants another renames. */
export function setPart(whole: Data, path: PartPath, to: Data): Data {
  const way = wayAt(whole, path);
  const name = nameOn(whole, way);
  if (name !== undefined && name !== to) throw renames(path);
  return putAt(whole, way, keepingName(whole, path, to));
}

/** Say nothing there any more. What says nothing already stays so. */
export function clearPart(whole: Data, path: PartPath): Data {
  const way = wayAt(whole, path);
  if (path === "" || path === "/title" || nameOn(whole, way) !== undefined) {
    throw new Refusal(
      path,
      `A ${ownerOf(whole, way)} cannot be without its ${way.at(-1) ?? "id"}.`,
    );
  }
  const item = itemIfAny(whole, path);
  if (item) throw new Refusal(path, `A whole ${nounOf(item.list.key)} is removed, not cleared.`);
  // The whole stays: only what the way leads to goes.
  return changeAt(whole, way, () => undefined) ?? whole;
}

/** A service and a named item stay who they are, though all else of them is said anew. */
function keepingName(whole: Data, path: PartPath, to: Data): Data {
  const item = itemIfAny(whole, path);
  const key = item?.list.key ?? "";
  if ((path !== "" && !item) || key === "rows" || !isFields(to)) return to;
  const field = nameField(key);
  const name = partOf(item ? item.value : whole, field);
  if (name === undefined) return to;
  if (to[field] !== undefined && to[field] !== name) throw renames(path);
  return { [field]: name, ...to };
}

/** The name that the way leads to, where it leads to the name of a service or an item. */
function nameOn(whole: Data, way: Way): Data | undefined {
  const holder = way.slice(0, -1);
  const isNamed = holder.length === 0 || typeof holder.at(-1) === "number";
  const key = String(holder.at(-2) ?? "");
  if (!isNamed || key === "rows" || way.at(-1) !== nameField(key)) return undefined;
  return way.reduce<Data | undefined>(partOf, whole);
}

function renames(path: PartPath): Refusal {
  return path === "/id" || path === ""
    ? new Refusal(path, "A service keeps the id that it has.")
    : new Refusal(
        path,
        "This has another name already: rename it, so that it is known everywhere.",
      );
}

function ownerOf(whole: Data, way: Way): string {
  const steps = stepsAlong(whole, way);
  return steps.length < 3 ? "service" : nounOf(steps.at(-3) ?? "");
}
