import type { ConnectorDefinition, DryRunFault, MessagePreview } from "@guildhall/contract";
import type { SandboxFor } from "../access/ask.ts";
import type { Context } from "../context.ts";
import type { ReceivedFile } from "../draft/attach.ts";
import type { Ground } from "../ground.ts";
import type { LoadedMessage } from "../message/load.ts";
import type { Mending } from "../replay/preview.ts";

/** The officer of a simulator, who does what a council's officers do on their own pages. */
export interface Officer {
  /** Write the citizen a note; false where this system has no notes of officers. */
  note(reference: string, words: string): Promise<boolean>;
  /** Move a case to a status; false where officers cannot choose it. */
  move(reference: string, external: string): Promise<boolean>;
  /** End a case at a status; false where it cannot be ended so. */
  end(reference: string, external: string): Promise<boolean>;
}

/** A simulator that misbehaves for one case and for no other. */
export interface Misbehaviour {
  /** Let the case of our reference meet a fault, from before it is sent. */
  set(reference: string, fault: DryRunFault): Promise<void>;
  /** Whether the case has met it. */
  hasCome(reference: string): Promise<boolean>;
  clear(reference: string): Promise<void>;
}

/** The status that a simulator's officer can choose where `unknown-status` is on. */
export const madeUpStatus = "made-up";

/** What a back office answers that is asked for a case: what it calls it, or nothing; or why it could not be asked. */
export type LookedUp = { readonly reference: string | undefined } | { readonly code: string };

/** What a dry run needs of the outside. */
export interface DryRunDesk {
  readonly sandboxFor: SandboxFor;
  /** The sandbox where there is one, as it was left: a look makes none. */
  findSandbox(tenant: Ground): Promise<Ground | undefined>;
  /** Look a case up by our reference; undefined where that system has no look-up. */
  lookUp(ctx: Context, connector: string, reference: string): Promise<LookedUp | undefined>;
  readonly write: Mending["write"];
  /** What a citizen would read. */
  writeMessage(message: LoadedMessage): { readonly subject: string; readonly text: string };
  /** The same part by part, of a message that is sent to nobody. */
  showMessage(
    message: Omit<LoadedMessage, "row" | "to">,
  ): Omit<MessagePreview, "kind" | "language">;
  /** Undefined where there is no simulator of the kind. */
  officerOf(connector: ConnectorDefinition): Officer | undefined;
  /** Undefined where there is no simulator of the kind. */
  misbehaviourOf(connector: ConnectorDefinition): Misbehaviour | undefined;
  /** Pay what a process of the sandbox asks for, with the simulator's card. */
  pay(ctx: Context, process: string): Promise<void>;
  /** Keep a small picture, as the evidence that a form asks for. */
  keepSample(): Promise<ReceivedFile>;
  wait(ms: number): Promise<void>;
  /** How long a run may take, all in all. */
  readonly patienceMs: number;
}
