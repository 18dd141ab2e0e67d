import type { Workflow } from "./config.ts";
import type { Item } from "./item.ts";
import type { Items } from "./items.ts";
import type { News } from "./notice.ts";
import type { Teller } from "./teller.ts";
import { labelOf } from "./workflow.ts";

/** What an officer does to an item; each ends when the workflow has tried to tell the platform of it. */
export interface Officer {
  changeStatus(id: string, statusId: string): Promise<void>;
  addNote(id: string, contents: string, visibleToCitizen: boolean): Promise<void>;
  complete(id: string, completion: Completion): Promise<void>;
}

export interface Completion {
  readonly statusId: string;
  readonly closureId?: string;
  readonly outcome: Extract<News, { kind: "complete" }>["outcome"];
  readonly words: string;
}

interface Deps {
  readonly items: Items;
  readonly workflow: Workflow;
  readonly teller: Teller;
}

const username = "officer";

export function createOfficer({ items, workflow, teller }: Deps): Officer {
  const set = (item: Item, values: Record<string, string | undefined>, closed: boolean) => {
    const attributes = Object.entries(values)
      .filter(([, id]) => id !== undefined)
      .map(([attributeCode, id]) => ({ attributeCode, value: id ? [id] : [] }));
    const { signature } = item;
    const collection = closed ? "Archive" : "Live";
    items.edit(item.itemId, { attributes, signature, collection }, username);
  };

  return {
    changeStatus(id, statusId) {
      const item = items.get(id);
      set(item, { [workflow.status]: statusId }, false);
      return teller.tell(id, { kind: "status", externalStatus: statusId });
    },
    addNote(id, contents, visibleToCitizen) {
      return teller.tell(items.get(id).itemId, { kind: "note", contents, visibleToCitizen });
    },
    complete(id, { statusId, closureId, outcome, words }) {
      const item = items.get(id);
      const reason = workflow.closureReason ? { [workflow.closureReason]: closureId } : {};
      set(item, { [workflow.status]: statusId, ...reason }, true);
      const externalStatus = closureId ? `${statusId}/${closureId}` : statusId;
      const fields = {
        status: labelOf(items.find(statusId)),
        ...(closureId ? { closureReason: labelOf(items.find(closureId)) } : {}),
        ...(words ? { comments: words } : {}),
      };
      return teller.tell(id, { kind: "complete", externalStatus, outcome, fields });
    },
  };
}
