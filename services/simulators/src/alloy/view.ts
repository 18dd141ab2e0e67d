import type { FindableCase } from "../pages/listing.ts";
import { type GridPoint, pointOf, pointOfGeometry } from "../pages/national-grid.ts";
import type { Choice } from "../pages/parts.tsx";
import type { Look } from "../platform/ask.ts";
import type { Alloy } from "./alloy.ts";
import { core } from "./designs.ts";
import { type Fact, factsOf, machineFactsOf } from "./facts.ts";
import { type Item, type LogEntry, linksOf } from "./item.ts";
import type { Notice } from "./notice.ts";
import { closureOf, isClosed, isHalfWay, labelOf, named, statusOf } from "./workflow.ts";

/** A work item as its own page shows it. */
export interface ItemView extends FindableCase {
  readonly id: string;
  readonly online: string;
  readonly facts: Readonly<Record<"who" | "where" | "particulars" | "machine", readonly Fact[]>>;
  readonly point: GridPoint | undefined;
  readonly story: string;
  readonly inspections: readonly InspectionView[];
  readonly log: readonly LogEntry[];
  readonly notices: readonly Notice[];
  /** Nothing for an item that the platform did not hand over. */
  readonly seen: Look | undefined;
  readonly open: readonly Choice[];
  readonly closing: readonly Choice[];
  readonly closures: readonly Choice[];
  readonly closureId: string | undefined;
  readonly halfWay: boolean;
  readonly canBook: boolean;
  readonly flags: readonly Flag[];
  /** Whether this Alloy tells nobody by itself. */
  readonly isPolled: boolean;
}

/** A tick that officers set. */
export interface Flag {
  readonly code: string;
  readonly name: string;
  readonly isSet: boolean;
}

/** An inspection that a case links to. */
export interface InspectionView {
  readonly id: string;
  readonly plannedFor: string;
  readonly officer: string;
  readonly result: string;
}

export function addressOf(tenant: string, itemId: string): string {
  return `/alloy/${tenant}/items/${itemId}`;
}

export function listedOf({ items, tenant, workflow }: Alloy, item: Item): FindableCase {
  const statusId = statusOf(workflow, item);
  const [kindId] = linksOf(item.attributes[workflow.page.kind ?? ""]);
  const { who, where } = workflow.page;
  return {
    href: addressOf(tenant, item.itemId),
    title: labelOf(item, workflow),
    reference: referenceOf({ workflow }, item) || "No online reference",
    kind: kindId && labelOf(items.find(kindId)),
    kindId,
    status: statusId ? labelOf(items.find(statusId)) : "No status",
    statusId,
    closed: isClosed(workflow, item),
    createdAt: item.createdAt,
    changedAt: item.lastEditDate,
    searched: [...who, ...where].map((code) => String(item.attributes[code] ?? "")),
  };
}

/** The reference under which the platform and its citizen know an item. */
export function referenceOf({ workflow }: Pick<Alloy, "workflow">, { attributes }: Item): string {
  return String(attributes[workflow.reference] ?? "");
}

export function viewOf(alloy: Alloy, item: Item, seen: Look | undefined): ItemView {
  const { items, workflow, teller } = alloy;
  const { who, where, what } = workflow.page;
  return {
    ...listedOf(alloy, item),
    id: item.itemId,
    online: referenceOf(alloy, item),
    facts: {
      who: factsOf(alloy, item, who),
      where: factsOf(alloy, item, where),
      particulars: factsOf(alloy, item),
      machine: machineFactsOf(alloy, item),
    },
    point: placeOf(alloy, item),
    story: String(item.attributes[what ?? ""] ?? ""),
    inspections: inspectionsOf(alloy, item),
    log: item.log,
    notices: teller.noticesOf(item.itemId),
    seen,
    open: choices(named(items, workflow.open)),
    closing: choices(named(items, workflow.closing)),
    closures: choices(closuresOf(alloy)),
    closureId: closureOf(workflow, item),
    halfWay: isHalfWay(workflow, item),
    canBook: workflow.visit !== undefined && !isClosed(workflow, item),
    flags: flagsOf(alloy, item),
    isPolled: workflow.isPolled,
  };
}

/** What lists can be filtered by: the statuses of work in hand first, and the kinds that there are. */
export function listChoices({ items, designs, workflow }: Alloy) {
  const { kind } = workflow.page;
  const kindDesign = kind && designs.attribute(workflow.design, kind).options.code;
  return {
    states: choices(named(items, [...workflow.open, ...workflow.closing])),
    kinds: kindDesign
      ? choices(items.all().filter(({ designCode }) => designCode === kindDesign))
      : [],
  };
}

/** The reasons that a case can be closed for. */
export function closuresOf({ items, workflow }: Alloy): Item[] {
  const { closureDesign } = workflow;
  return closureDesign ? items.all().filter(({ designCode }) => designCode === closureDesign) : [];
}

function inspectionsOf({ items, workflow }: Alloy, { attributes }: Item): InspectionView[] {
  const setup = workflow.visit?.inspections;
  if (!setup) return [];
  const text = (item: Item, code: string) => String(item.attributes[code] ?? "");
  return named(items, linksOf(attributes[setup.link])).map((item) => ({
    id: item.itemId,
    plannedFor: text(item, setup.plannedFor),
    officer: text(item, setup.officer),
    result: text(item, setup.result),
  }));
}

function flagsOf({ designs, workflow }: Alloy, { attributes }: Item): Flag[] {
  return workflow.flags.map((code) => {
    const { name } = designs.attribute(workflow.design, code);
    return { code, name, isSet: attributes[code] === true };
  });
}

function placeOf({ workflow }: Alloy, { attributes }: Item): GridPoint | undefined {
  const [easting, northing] = workflow.page.grid ?? [];
  if (easting && northing) return pointOf(attributes[easting], attributes[northing]);
  return pointOfGeometry(attributes[core.geometry]);
}

function choices(items: readonly Item[]): Choice[] {
  return items.map((item) => ({ value: item.itemId, text: labelOf(item) }));
}
