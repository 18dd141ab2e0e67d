import { momentOf, sayLocal } from "../uk-time.ts";
import type { Designs } from "./designs.ts";
import type { NewItem } from "./item.ts";
import type { Items } from "./items.ts";
import { listed, officerName, set, setFlags, writeDown } from "./save.ts";
import type { Teller } from "./teller.ts";
import { closureOf, isClosed, labelOf } from "./workflow.ts";
import type { Workflow } from "./workflow-config.ts";

/** What an officer does to an item; each ends when the workflow has tried to tell the platform of it. */
export interface Officer {
  changeStatus(id: string, statusId: string): Promise<void>;
  addNote(id: string, contents: string, visibleToCitizen: boolean): Promise<void>;
  /** Ask the citizen something that they can answer on a page of its own; where the platform asks, in a note. */
  ask(id: string, question: string): Promise<void>;
  /** Set the ticks with these codes, and take the others away. Nobody is told. */
  setFlags(id: string, codes: readonly string[]): Promise<void>;
  /** Save why a case is closed. Nobody is told of it before the case has its final status as well. */
  saveClosure(id: string, closureId: string): Promise<void>;
  /** Give a case its final status; where its council asks for a reason, nobody is told before it has one. */
  complete(id: string, completion: Completion): Promise<void>;
  bookVisit(id: string, booking: Booking): Promise<void>;
  /** Write what came of an inspection. It is an item of its own: the case stays as it is, and nobody is told. */
  recordResult(inspectionId: string, result: string): void;
}

export interface Completion {
  readonly statusId: string;
  /** Last words for the citizen, who gets them before the end. */
  readonly words: string;
}

export interface Booking {
  /** UK local time. */
  readonly plannedFor: string;
  readonly officer: string;
  readonly tellsCitizen: boolean;
}

interface Deps {
  readonly items: Items;
  readonly designs: Designs;
  readonly workflow: Workflow;
  readonly teller: Teller;
}

export function createOfficer(deps: Deps): Officer {
  const { items, workflow } = deps;
  const { status, closureReason } = workflow;
  const teller = tellerOf(deps);

  const addNote: Officer["addNote"] = async (id, contents, visibleToCitizen) => {
    if (workflow.isPolled) return writeDown(deps, id, { contents, visibleToCitizen });
    return teller.tell(items.get(id).itemId, { kind: "note", contents, visibleToCitizen });
  };

  const changeStatus: Officer["changeStatus"] = (id, statusId) => {
    const item = items.get(id);
    const reopens = isClosed(workflow, item) && closureReason;
    const values = { [status]: [statusId], ...(reopens ? { [closureReason]: [] } : {}) };
    const note = `Status: ${labelOf(items.find(statusId))}`;
    set(items, item, { values, note, collection: "Live" });
    return teller.tell(id, { kind: "status", externalStatus: statusId });
  };

  return {
    changeStatus,
    addNote,
    async ask(id, question) {
      if (workflow.isPolled) return addNote(id, question, true);
      return teller.tell(items.get(id).itemId, { kind: "ask", question });
    },
    setFlags: async (id, codes) => setFlags(deps, id, codes),
    async saveClosure(id, closureId) {
      if (!closureReason) return;
      const note = `Reason for closure: ${labelOf(items.find(closureId))}`;
      set(items, items.get(id), { values: { [closureReason]: [closureId] }, note });
      await tellEnd(deps, id);
    },
    async complete(id, { statusId, words }) {
      const last = words ? addNote(id, words, true) : undefined;
      const note = `Status: ${labelOf(items.find(statusId))}`;
      set(items, items.get(id), { values: { [status]: [statusId] }, note, collection: "Archive" });
      await Promise.all([last, tellEnd(deps, id)]);
    },
    async bookVisit(id, { plannedFor, officer, tellsCitizen }) {
      const { visit } = workflow;
      if (!visit) return;
      inspect(deps, id, { plannedFor, officer });
      const words = `We plan to visit on ${sayLocal(plannedFor)}.`;
      const moved = changeStatus(id, visit.status);
      await Promise.all([moved, tellsCitizen ? addNote(id, words, true) : undefined]);
    },
    recordResult: (inspectionId, result) => record(deps, inspectionId, result),
  };
}

function record({ items, workflow }: Deps, inspectionId: string, result: string): void {
  const inspections = workflow.visit?.inspections;
  if (!inspections) return;
  const values = { [inspections.result]: result };
  set(items, items.get(inspectionId), { values, note: "Result recorded" });
}

/** An Alloy that is polled tells nobody. */
function tellerOf({ workflow, teller }: Deps): Pick<Teller, "tell"> {
  return workflow.isPolled ? { tell: () => Promise.resolve() } : teller;
}

/** Tell how a case ended, once both its final status and the reason its council asks for are saved. */
async function tellEnd(deps: Deps, id: string): Promise<void> {
  const { items, workflow } = deps;
  const item = items.get(id);
  const [statusId] = [item.attributes[workflow.status]].flat().map(String);
  const closureId = closureOf(workflow, item);
  const isWhole = workflow.closureReason === undefined || closureId !== undefined;
  if (statusId === undefined || !isClosed(workflow, item) || !isWhole) return;
  const externalStatus = closureId ? `${statusId}/${closureId}` : statusId;
  const fields = {
    status: labelOf(items.find(statusId)),
    ...(closureId ? { closureReason: labelOf(items.find(closureId)) } : {}),
  };
  await tellerOf(deps).tell(id, { kind: "complete", externalStatus, fields });
}

/** Make the inspection of a booked visit, where the council keeps inspections as items that a case links to. */
function inspect(
  { items, designs, workflow }: Deps,
  id: string,
  { plannedFor, officer }: Pick<Booking, "plannedFor" | "officer">,
): void {
  const inspections = workflow.visit?.inspections;
  if (!inspections) return;
  const designCode = designs.attribute(workflow.design, inspections.link).options.code ?? "";
  const title = `Inspection for ${labelOf(items.get(id), workflow)}`;
  const values = {
    [inspections.title]: title.slice(0, 200),
    [inspections.plannedFor]: momentOf(plannedFor).toISOString(),
    [inspections.officer]: officer,
  };
  const item: NewItem = {
    designCode,
    attributes: listed(values),
    parents: { [inspections.link]: [id] },
    collection: "Live",
  };
  items.create(item, { username: officerName, note: "Inspection booked" });
}
