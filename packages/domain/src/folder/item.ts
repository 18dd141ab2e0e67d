import type { FolderChange, FolderLeftOut, FolderPart } from "@guildhall/contract";
import type { Db, Tx } from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import type { MayCall } from "../subscription/reach.ts";
import type { FolderContents } from "./contents.ts";

/** What becomes of one thing of a folder. */
export interface Item {
  /** What is here now that it was compared with: a plan is good for as long as this is the same. */
  readonly mark: string;
  readonly leftOut?: FolderLeftOut;
  /** What would be done, in words, and how. */
  readonly change?: FolderChange;
  readonly carry?: (unit: Unit) => Promise<unknown>;
}

/** What a folder is laid beside. */
export interface Beside {
  readonly ctx: Context;
  /** The tenant as it is, or as it is in a transaction. */
  readonly db: Db | Tx;
  readonly contents: FolderContents;
  readonly mayCall: MayCall;
}

/** Whether what it changes is live at once, without a draft before it: that is for who looks after connections. */
export function isLiveAtOnce(kind: FolderPart): boolean {
  return ["connector", "brand", "dataset", "schema"].includes(kind);
}
