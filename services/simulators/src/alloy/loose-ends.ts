import type { Design, SeedItem } from "./design-config.ts";
import type { Workflow } from "./workflow-config.ts";

interface Written {
  readonly designs: readonly Design[];
  readonly items: readonly SeedItem[];
  readonly workflow: Workflow;
}

/** Everything that a tenant's file names without saying what it is, each as a sentence. */
export function looseEnds(written: Written): string[] {
  return [
    ...missingDesigns(written),
    ...missingAttributes(written),
    ...missingStatuses(written),
    ...missingInspections(written),
  ];
}

function missingDesigns({ designs, items, workflow }: Written): string[] {
  const codes = new Set(designs.map(({ code }) => code));
  return [
    ...[workflow.design, workflow.statusDesign, workflow.closureDesign]
      .filter((code) => code !== undefined && !codes.has(code))
      .map((code) => `workflow: no design ${code}`),
    ...items
      .filter(({ designCode }) => !codes.has(designCode))
      .map(({ itemId, designCode }) => `item ${itemId}: no design ${designCode}`),
  ];
}

function missingAttributes({ designs, workflow }: Written): string[] {
  const { title, reference, processId, callbackUrl, grant, status, closureReason } = workflow;
  const { kind, who, where, what, grid = [] } = workflow.page;
  const tied = [title, reference, processId, callbackUrl, grant, status, closureReason];
  const shown = [kind, what, ...who, ...where, ...grid];
  const { words, flags, visit } = workflow;
  const named = [...tied, ...shown, words, ...flags, visit?.inspections?.link];
  return absent(designs, workflow.design, named);
}

function missingStatuses({ items, workflow }: Written): string[] {
  const { open, closing, visit, statusDesign } = workflow;
  const ids = new Map(items.map((item) => [item.itemId, item.designCode]));
  return [
    ...[...open, ...closing]
      .filter((id) => ids.get(id) !== statusDesign)
      .map((id) => `workflow: ${id} is no item of ${statusDesign}`),
    ...(visit && !open.includes(visit.status)
      ? [`workflow: the visit's status ${visit.status} is not among the open ones`]
      : []),
  ];
}

function missingInspections({ designs, workflow }: Written): string[] {
  const inspections = workflow.visit?.inspections;
  if (!inspections) return [];
  const { link, title, plannedFor, officer, result } = inspections;
  const design = designs.flatMap(({ attributes }) => attributes).find(({ code }) => code === link)
    ?.options.code;
  if (!design) return [`workflow: ${link} links to no design of inspections`];
  return absent(designs, design, [title, plannedFor, officer, result]);
}

/** Core attributes are in every design without being written there. */
function absent(
  designs: readonly Design[],
  design: string,
  codes: readonly (string | undefined)[],
): string[] {
  const found = designs.find(({ code }) => code === design);
  const own = new Set(found?.attributes.map(({ code }) => code));
  return codes
    .filter((code) => code !== undefined && !own.has(code) && !code.startsWith("attributes_items"))
    .map((code) => `workflow: design ${design} has no attribute ${code}`);
}
