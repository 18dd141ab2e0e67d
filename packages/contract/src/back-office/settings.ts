import type { z } from "zod";
import type { ConnectorDefinition } from "../connector.ts";
import { HttpSettings } from "./http-settings.ts";
import { Open311Settings } from "./open311-settings.ts";
import { SoapSettings } from "./soap-settings.ts";

/** The settings of the kinds of connector that are configuration only. */
export const settingsByKind = {
  http: HttpSettings,
  soap: SoapSettings,
  open311: Open311Settings,
} as const;

export interface SettingsFault {
  readonly path: readonly (string | number)[];
  readonly sentence: string;
}

/** What is wrong with the settings of a connector that is configuration only, in plain sentences. */
export function settingsFaults({
  kind,
  settings,
}: Pick<ConnectorDefinition, "kind" | "settings">): readonly SettingsFault[] {
  if (kind !== "http" && kind !== "soap" && kind !== "open311") return [];
  const read = settingsByKind[kind].safeParse(settings);
  return read.success ? [] : read.error.issues.flatMap((issue) => said(issue, settings));
}

function said(issue: z.core.$ZodIssue, whole: unknown): SettingsFault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...path, key],
      sentence: `“${key}” is not known here.`,
    }));
  const nearest = issue.code === "invalid_union" ? closest(issue.errors) : undefined;
  if (nearest)
    return nearest.flatMap((inner) =>
      said({ ...inner, path: [...issue.path, ...inner.path] }, whole),
    );
  const name = `“${path.at(-1) ?? "This"}”`;
  if (issue.code === "invalid_union" && !nearest && valueAt(whole, path) !== undefined)
    return [{ path, sentence: `${name} is not one of those that are known here.` }];
  if (valueAt(whole, path) === undefined) return [{ path, sentence: `${name} is missing.` }];
  return [{ path, sentence: sentenceOf(issue, name) }];
}

/** The branch that was meant: the one whose faults lie deepest, then the one with fewest. */
function closest(branches: readonly (readonly z.core.$ZodIssue[])[]) {
  const depthOf = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map(({ path }) => path.length));
  return branches.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
}

function sentenceOf(issue: z.core.$ZodIssue, name: string): string {
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_type":
      return `${name} should be ${kinds[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `${name} should be ${issue.values.length > 1 ? "one of: " : ""}${issue.values.map(String).join(", ")}.`;
    case "too_small":
      return `${name} should be at least ${issue.minimum}.`;
    case "too_big":
      return `${name} should be at most ${issue.maximum}.`;
    default:
      return issue.message.endsWith(".")
        ? issue.message
        : `${name} is not written as it should be.`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a set of fields",
  record: "a set of fields",
};

function valueAt(whole: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      // An array is read by its place as an object is by its name.
      value === null || typeof value !== "object"
        ? undefined
        : (value as Record<string, unknown>)[step],
    whole,
  );
}
