import type { TargetField } from "@guildhall/contract";
import type { SchemaNode } from "./schema-node.ts";

/** Where in a document a part of a schema stands, and what that means for it. */
export interface At {
  /** The path of what it stands in; empty at the root. */
  readonly path: string;
  /** Whether it has to be there where what it stands in is there. */
  readonly isRequired: boolean;
  readonly repeats: boolean;
  readonly choice?: { readonly name: string; readonly branch: number } | undefined;
  /** The types and groups that it lies within. */
  readonly within: readonly SchemaNode[];
}

/** How often a part may stand there; undefined where it may not at all. */
export function occurring({ attributes }: SchemaNode, at: At): At | undefined {
  const least = attributes.get("minOccurs")?.trim() ?? "1";
  const most = attributes.get("maxOccurs")?.trim() ?? "1";
  if (most === "0") return undefined;
  return {
    ...at,
    isRequired: at.isRequired && least !== "0",
    repeats: at.repeats || most !== "1",
  };
}

/** What a field says of its place. */
export function said({
  isRequired,
  repeats,
  choice,
}: At): Pick<TargetField, "required" | "repeats" | "choice" | "branch"> {
  return {
    required: isRequired,
    repeats,
    ...(choice && { choice: choice.name, branch: choice.branch }),
  };
}

export function below(path: string, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}
