import { join } from "node:path";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";
import type { AlloyConfig } from "./config.ts";
import { createDesigns, type Designs } from "./designs.ts";
import { createFiles, type Files } from "./files.ts";
import { Item } from "./item.ts";
import { createItemShelf } from "./item-shelf.ts";
import { createItems, type Items } from "./items.ts";
import { Notice } from "./notice.ts";
import { createOfficer, type Officer } from "./officer.ts";
import { startTeller, type Teller } from "./teller.ts";
import { linkOf } from "./workflow.ts";
import type { Workflow } from "./workflow-config.ts";

/** One tenant's Alloy, opened from its folder of state. */
export interface Alloy {
  readonly tenant: string;
  readonly workflow: Workflow;
  readonly designs: Designs;
  readonly items: Items;
  readonly files: Files;
  readonly teller: Teller;
  readonly officer: Officer;
  readonly faults: FaultBox;
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

export interface AlloyDeps {
  readonly tenant: string;
  readonly folder: string;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly pauseMs: number;
}

export function openAlloy(config: AlloyConfig, deps: AlloyDeps): Alloy {
  const { tenant, folder, fetch, now, pauseMs } = deps;
  const { workflow } = config;
  const itemShelf = openShelf(join(folder, "items.jsonl"), Item);
  const noticeShelf = openShelf(join(folder, "notices.jsonl"), Notice);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);

  const designs = createDesigns(config.designs);
  const items = createItems(createItemShelf(itemShelf, config.items, now), designs, now);
  const linkOfItem = (itemId: string) => {
    const item = items.find(itemId);
    return item && linkOf(workflow, item);
  };
  const faults = createFaultBox(faultShelf);
  const isDoubled = (itemId: string) => {
    const reference = String(items.find(itemId)?.attributes[workflow.reference] ?? "");
    return faults.takeOf(reference, "duplicate-callback") !== undefined;
  };
  const teller = startTeller({
    shelf: noticeShelf,
    linkOf: linkOfItem,
    isDoubled,
    fetch,
    now,
    pauseMs,
  });
  return {
    tenant,
    workflow,
    designs,
    items,
    files: createFiles(join(folder, "files"), items, now),
    teller,
    officer: createOfficer({ items, designs, workflow, teller }),
    faults,
    fetch,
    async close() {
      await teller.close();
      for (const shelf of [itemShelf, noticeShelf, faultShelf]) shelf.close();
    },
  };
}
