import type { Connector, Operation, Outgoing } from "@guildhall/contract";
import { orFault } from "../connector-fault.ts";
import { settled } from "../not-accepted.ts";
import { seeChanges } from "./changes.ts";
import { createClient } from "./client.ts";
import { type Alloy, createCase } from "./create-case.ts";
import { describe, nameDesigns, readCodes } from "./designs.ts";
import { follow } from "./follow.ts";
import { createItemLog } from "./item-log.ts";
import { createLinks } from "./links.ts";
import { findItems } from "./search.ts";
import type { AlloySettings } from "./settings.ts";

export interface AlloyOptions {
  readonly address: string;
  readonly apiKey: string;
  readonly settings: AlloySettings;
  readonly deps: Parameters<typeof createClient>[2];
}

/**
 * Speak to one council's Alloy.
 *
 * Creating an item is not idempotent there, so our reference is kept in an attribute: it is searched
 * for before any second attempt, and after an answer that leaves it open whether the item was made. What
 * follows a case looks for itself in it, so it can always be asked for.
 */
export function createAlloy({ address, apiKey, settings, deps }: AlloyOptions): Connector {
  const api = createClient(address, apiKey, deps);
  const links = createLinks(api, settings.links, deps.now);
  const alloy = { api, settings, links, log: createItemLog(api) };
  const send = (outgoing: Outgoing, signal: AbortSignal) =>
    outgoing.does === "create"
      ? createCase(alloy, outgoing, signal)
      : follow(alloy, outgoing, signal);
  return {
    does: operationsOf(settings),
    canBeAsked: () => true,
    looksUp: true,
    send: (outgoing, signal) => settled(send(outgoing, signal)),
    codes: (list, signal) => readCodes(alloy, list, signal),
    describe: (designs, signal) => describe(alloy, designs, signal),
    designs: (signal) => nameDesigns(alloy, signal),
    ...(settings.design === undefined ? {} : lookingAt(alloy, settings.design)),
  };
}

/** What needs the design of cases to be known. */
function lookingAt(alloy: Alloy, design: string): Pick<Connector, "find" | "poll"> {
  const { reference: attribute } = alloy.settings;
  return {
    async find(text, signal) {
      const query = { design, attribute, text, collections: ["Live", "Archive"] } as const;
      const [found] = await orFault(findItems(alloy.api, query, signal));
      return found;
    },
    poll: (window, signal) => orFault(seeChanges(alloy, { design, window }, signal)),
  };
}

function operationsOf({ notes, container, stages }: AlloySettings): ReadonlySet<Operation> {
  const isUpdated = Object.keys(container).length > 0 || Object.keys(stages).length > 0;
  const operations: Operation[] = ["create", "attach"];
  if (notes) operations.push("note");
  if (isUpdated) operations.push("update");
  return new Set(operations);
}
