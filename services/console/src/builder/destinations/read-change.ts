import { type ChangeKind, type ChangeSetting, type Row, Transform } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";

type Made = { [key: string]: unknown };

/** The name of a setting's field. */
export function settingName({ path }: ChangeSetting): string {
  return `setting-${path.join("-")}`;
}

/** Put a change together from the fields of its settings, or say which of them cannot be used. */
export function changeOf(
  { base, settings }: ChangeKind,
  fields: Fields,
): { readonly change: Transform } | { readonly faults: Faults } {
  if (typeof base === "string" || settings.length === 0) return { change: Transform.parse(base) };
  const typed = settings.map((setting) => {
    const name = settingName(setting);
    return { setting, name, text: (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n") };
  });
  const wrong = typed.flatMap(({ setting, name, text }) => {
    const fault = faultOf(setting, text);
    return fault === undefined ? [] : [[name, fault] as const];
  });
  if (wrong.length > 0) return { faults: Object.fromEntries(wrong) };
  const made: Made = {};
  for (const { setting, text } of typed)
    if (text !== "") put(made, setting.path, settingValue(setting, text));
  const { data: change } = Transform.safeParse(made);
  return change ? { change } : { faults: { [typed[0]?.name ?? "kind"]: unusable } };
}

const unusable = "This cannot be used. Check what you entered";

function faultOf({ label, kind, required }: ChangeSetting, typed: string): string | undefined {
  if (typed === "") return required ? `Enter: ${label.toLowerCase()}` : undefined;
  if (kind === "number" && !/^[1-9]\d{0,5}$/.test(typed.trim()))
    return "Enter a whole number above 0";
  return undefined;
}

function settingValue({ kind }: ChangeSetting, typed: string): unknown {
  if (kind === "number") return Number(typed.trim());
  if (kind === "yes-no") return typed === "yes";
  if (kind === "lines") return typed.split("\n").filter((line) => line !== "");
  return typed;
}

function put(made: Made, [step = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    made[step] = value;
    return;
  }
  const inner = (made[step] ?? {}) as Made; // Only what was put there before is there.
  made[step] = inner;
  put(inner, rest, value);
}

type List = Extract<Transform, { list: unknown }>;

/** What a row says that each option becomes. */
export function listOf({ change = [] }: Row): List | undefined {
  return change.find((one): one is List => typeof one === "object" && "list" in one);
}

/** What a list says that an option becomes. */
export function codeIn(list: List | undefined, option: string): List["list"][string] | undefined {
  return list && Object.hasOwn(list.list, option) ? list.list[option] : undefined;
}

/** A row's changes with another list of what options become: where it was, or behind what takes values for none. */
export function withList({ change = [] }: Row, list: List): Transform[] {
  const before = listOf({ target: "", change });
  if (before) return change.map((one) => (one === before ? list : one));
  const first = change.findIndex((one) => typeof one === "string" || !("absent" in one));
  // The words of an option are none of its values, so one stands in the other's place.
  const rest = change.filter((one) => typeof one === "string" || !("label" in one));
  return rest.toSpliced(first < 0 ? rest.length : Math.min(first, rest.length), 0, list);
}
