import type { Address, Answers } from "@guildhall/contract";
import type { Pardon } from "./fault.ts";

/** What the platform itself knows of a process. */
export interface Facts {
  readonly processId: string;
  readonly reference: string;
  /** ISO 8601, in UTC. */
  readonly receivedAt: string;
  /** When the citizen may expect an answer, ISO 8601. */
  readonly respondBy?: string | undefined;
  readonly serviceTitle: string;
  readonly councilName?: string | undefined;
  /** All answers read back as plain text. */
  readonly summary?: string | undefined;
  readonly callbackUrl?: string | undefined;
  readonly grant?: string | undefined;
  readonly documentLinks?: readonly string[] | undefined;
  /** What each of these documents shows, in their order. */
  readonly documentLabels?: readonly string[] | undefined;
  /** The address that answers the service's `location` question. */
  readonly location?: Address | undefined;
  /** The amount is in pence. */
  readonly payment?: { readonly reference: string; readonly amount: number } | undefined;
  readonly contact?: Contact | undefined;
}

interface Contact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** One of the tenant's datasets, to be looked things up in. */
export interface DatasetLookup {
  readonly columns: readonly string[];
  /** The row whose first column is the key. */
  find(key: string): readonly string[] | undefined;
}

/** All that a document is made of. */
export interface MappingInput {
  readonly answers: Answers;
  readonly facts: Facts;
  /** By the condition's id; every condition that the mapping names must be there. */
  readonly conditions: Readonly<Record<string, boolean>>;
  /** The words of an option, by its question's id. */
  labels(questionId: string, value: string): string | undefined;
  /** The codes of one of the connector's code lists, by their texts. */
  readonly codes?: ((list: string) => ReadonlyMap<string, string> | undefined) | undefined;
  readonly dataset?: ((id: string) => DatasetLookup | undefined) | undefined;
  /** Without it, the first fault ends the document. */
  readonly pardon?: Pardon | undefined;
}

/** The answers in reach: the form's, or one item's of a list with the form's around them. */
export interface Scope {
  readonly input: MappingInput;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly outer: Scope | undefined;
}

/** Tell whether there is nothing to write: no answer, an empty text, or a list without a value. */
export function isAbsent(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isAbsent);
  return value === undefined || value === null || value === "";
}

/** Find an answer in the nearest scope that has it. A path through a list gives what each item has. */
export function answerAt(scope: Scope, path: readonly string[]): unknown {
  const [head = "", ...parts] = path;
  let nearest: Scope | undefined = scope;
  while (nearest && !Object.hasOwn(nearest.answers, head)) nearest = nearest.outer;
  return parts.reduce(partOf, nearest?.answers[head]);
}

/**
 * One scope for each item of a list, or undefined where the answer is no list: a group's item is its
 * answers, a choice or a file answers the question that it was given to.
 */
export function itemScopes(scope: Scope, path: readonly string[]): Scope[] | undefined {
  const items = answerAt(scope, path);
  if (isAbsent(items)) return [];
  if (!Array.isArray(items)) return undefined;
  const question = path.at(-1) ?? "";
  return items
    .filter((item) => !isAbsent(item))
    .map((item) => ({
      input: scope.input,
      answers: isRecord(item) ? item : { [question]: item },
      outer: scope,
    }));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => partOf(item, part)).filter((item) => !isAbsent(item));
  }
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}
