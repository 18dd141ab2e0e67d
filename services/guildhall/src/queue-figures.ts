import type { Queue } from "@guildhall/queue";
import type { QueueFigures } from "@guildhall/runtime";

/** What the queue holds, and what is the matter with it. */
export async function queueFigures(queue: Pick<Queue, "depth" | "trouble">): Promise<QueueFigures> {
  const lanes = await queue.depth();
  const code = queue.trouble()?.code ?? (lanes ? undefined : "away");
  return { lanes, ...(code !== undefined && { trouble: code }) };
}
