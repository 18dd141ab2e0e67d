import type { OutboxKind } from "@guildhall/contract";
import type { Context } from "@guildhall/domain";

/** How a call to the outside ended, for whoever counts. */
export interface CallOutcome {
  readonly tenant: string;
  /** The connector of a delivery, the channel of a message; `webhook` of a webhook. */
  readonly connector: string;
  readonly kind: OutboxKind;
  readonly outcome: string;
  readonly code?: string | undefined;
  readonly seconds: number;
}

export type OnOutcome = (outcome: CallOutcome) => void;

/** Make a call, and tell whoever counts how it ended and how long it took. */
export async function counted<T extends { readonly outcome: string; readonly code?: string }>(
  { tenant }: Context,
  {
    connector,
    kind,
    onOutcome,
  }: Pick<CallOutcome, "connector" | "kind"> & {
    readonly onOutcome: OnOutcome | undefined;
  },
  call: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const ended = await call();
  const seconds = (performance.now() - begun) / 1000;
  const { outcome, code } = ended;
  onOutcome?.({ tenant: tenant.id, connector, kind, outcome, code, seconds });
  return ended;
}
