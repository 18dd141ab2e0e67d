import { setTimeout as wait } from "node:timers/promises";
import { evidenceLimits } from "@guildhall/contract";
import type { DryRunDesk, PaymentDesk } from "@guildhall/domain";
import { type ConnectorOptions, createWriter, showMessage } from "@guildhall/worker";
import type { Parts } from "../parts.ts";
import { misbehaviourOf } from "./misbehaviour.ts";
import { officerOf } from "./officer.ts";

/** What fits into the time that somebody waits for a page. */
const patienceMs = 30_000;

export interface DryRunOptions
  extends Pick<DryRunDesk, "write" | "lookUp">,
    Pick<ConnectorOptions, "simulators"> {
  readonly payments: Pick<PaymentDesk, "start" | "list">;
}

/** Dry runs against the simulators of this installation. */
export function dryRunsOf(
  { config, sandboxes, files }: Pick<Parts, "config" | "sandboxes" | "files">,
  { write, lookUp, simulators, payments }: DryRunOptions,
): DryRunDesk {
  const writeMessage = createWriter({ fromAddress: config.mailFrom });
  return {
    sandboxFor: sandboxes.of,
    findSandbox: sandboxes.find,
    write,
    lookUp,
    writeMessage: (message) => {
      const { subject, text } = writeMessage(message);
      return { subject, text };
    },
    showMessage,
    officerOf: (connector) => officerOf(connector, simulators),
    misbehaviourOf: (connector) => misbehaviourOf(connector, simulators),
    pay: async (ctx, process) => {
      const { nextUrl } = await payments.start(ctx, process, {});
      if (nextUrl === undefined) throw new Error("The provider gave no page to pay on");
      await payWithCard(nextUrl);
      // Whoever lists payments has the one under way read, so that it is known to be paid.
      await payments.list(ctx, process);
    },
    keepSample: () => keepSample(files),
    wait: (ms) => wait(ms),
    patienceMs,
  };
}

/** A picture of one grey point. */
const samplePng =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

/** Receive a picture as one that somebody sends. */
function keepSample({ receive }: Parts["files"]): ReturnType<DryRunDesk["keepSample"]> {
  const body = new FormData();
  const type = { type: "image/png" };
  body.set("file", new File([Buffer.from(samplePng, "base64")], "sample.png", type));
  const request = new Request("http://sample.invalid/", { method: "POST", body });
  return receive(request, { maxBytes: evidenceLimits.fileBytes });
}

/** The card that the simulator takes. */
async function payWithCard(page: string): Promise<void> {
  await fetch(page);
  const response = await fetch(page, {
    method: "POST",
    headers: { Origin: new URL(page).origin },
    body: new URLSearchParams({ does: "pay", card: "valid" }),
    redirect: "manual",
  });
  await response.body?.cancel();
  if (response.status !== 303)
    throw new Error(`The simulator's payment page answered ${response.status}`);
}
