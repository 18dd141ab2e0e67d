import type { DraftDefinition, Edit, LiveShape, Mapping, Target } from "@guildhall/contract";
import { beginAs } from "./begin-as.ts";
import type { System } from "./choose-pages.tsx";

/** What a destination is made of: a system, and what of it the answers become. */
export interface Chosen {
  readonly system: System;
  /** The description, what the system says itself, or how another service sends there. */
  readonly takes: Named | { readonly like: Mapping };
}

type Named = { readonly target: Target } | { readonly design: string; readonly shape: LiveShape };

type Begun = Omit<Mapping, "id">;

/** A mapping to what was chosen, with nothing in it but what names it, or what every service sends there. */
function begun({ system, takes }: Chosen): Begun {
  return "like" in takes ? beginAs(takes.like) : named(system, takes);
}

function named(system: System, takes: Named): Begun {
  const { format, root, namespaces } = "target" in takes ? takes.target : takes.shape;
  const xml = { ...(root !== undefined && { root }), ...(namespaces && { namespaces }) };
  return {
    connector: system.id,
    operation: operationOf(system, takes),
    format,
    ...(format === "xml" && xml),
    rows: [],
    ...naming(system, takes),
  };
}

/** What says in the mapping itself what was chosen. */
function naming({ kind }: System, takes: Named): Pick<Begun, "target" | "schema"> | Rows {
  if ("target" in takes) return { target: takes.target.id };
  if (kind === "uniform" || kind === "valuebill") return { schema: takes.design };
  return kind === "alloy" ? { rows: [{ target: "design", from: { value: takes.design } }] } : {};
}

type Rows = Partial<Pick<Begun, "rows">>;

/** What is done there; a design that is an operation's name is that operation. */
function operationOf({ kind }: System, takes: Named): string {
  if (kind === "alloy" || "target" in takes) return "create-item";
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(takes.design) ? takes.design : "create-item";
}

/**
 * Begin a new destination, and a step that sends it, so that it is sent as soon as a form has come in.
 *
 * Where a step is there already that sends what nobody has said yet, as a recipe's, the destination is what it sends. A task comes with it where there is none: what the back office does with the case comes back by a task.
 */
export function addEdits(
  { mappings = [], steps = [] }: DraftDefinition,
  chosen: Chosen,
): { id: string; edits: Edit[] } {
  const awaited = awaitedIn({ mappings, steps });
  const taken = [...mappings, ...steps].map((one) => one.id);
  const id = awaited ?? freeId(chosen.system.id, taken);
  const step = { id, kind: "deliver", mapping: id };
  const hasTask = steps.some(({ kind }) => kind === "task");
  const task = { kind: "task", title: "Deal with the request" };
  return {
    id,
    edits: [
      { act: "add", to: "/mappings", item: { id, ...begun(chosen) } },
      ...(awaited === undefined ? [{ act: "add", to: "/steps", item: step } as const] : []),
      ...(hasTask ? [] : [{ act: "add", to: "/steps", item: task } as const]),
    ],
  };
}

/** The mapping that a step sends and that there is none of. */
function awaitedIn({
  mappings = [],
  steps = [],
}: Pick<DraftDefinition, "mappings" | "steps">): string | undefined {
  const isThere = (mapping: string) => mappings.some(({ id }) => id === mapping);
  return steps
    .flatMap((step) => (step.kind === "deliver" ? (step.mapping ?? []) : []))
    .find((mapping) => !isThere(mapping));
}

function freeId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let count = 2; taken.includes(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

/**
 * Lead a destination to another system: all that it says of the one before goes, and so does what scenarios expect to
 * stand in the document of the one before.
 */
export function moveEdits(definition: DraftDefinition, mapping: string, chosen: Chosen): Edit[] {
  const at = `/mappings/${mapping}`;
  return [
    { act: "set", at, to: { id: mapping, ...begun(chosen) } },
    ...expectedNoMore(definition, mapping),
  ];
}

function expectedNoMore({ scenarios = [], mappings = [] }: DraftDefinition, moved: string): Edit[] {
  const isOnly = mappings.length === 1;
  return scenarios.flatMap(({ id, expects: { documentHas = [] } }): Edit[] => {
    const left = documentHas.filter(({ mapping = isOnly ? moved : "" }) => mapping !== moved);
    if (left.length === documentHas.length) return [];
    const at = `/scenarios/${id}/expects/documentHas`;
    return [left.length === 0 ? { act: "clear", at } : { act: "set", at, to: left }];
  });
}

/** Take a destination away, with the steps that send it. */
export function removeEdits({ steps = [] }: DraftDefinition, mapping: string): Edit[] {
  const sent = steps.filter((step) => step.kind === "deliver" && step.mapping === mapping);
  return [
    ...sent.map(({ id }): Edit => ({ act: "remove", at: `/steps/${id}` })),
    { act: "remove", at: `/mappings/${mapping}` },
  ];
}
