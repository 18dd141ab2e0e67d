import { join } from "node:path";
import { startWorker } from "../child.ts";
import type { Rig } from "../rig.ts";
import type { MessagesCommands } from "../servers/messages.ts";

const measured = 1000;
const told = 10_000;

/** How long ten thousand messages take to be rendered and handed over to a mail server, by what a thousand take. */
export async function tenThousandMessagesMs({ folder }: Rig): Promise<number> {
  const worker = startWorker<MessagesCommands>(join(folder, "messages.mjs"));
  await worker.ask("handOver", measured / 2);
  const tookMs = await worker.ask("handOver", measured);
  await worker.kill();
  return (tookMs * told) / measured;
}
