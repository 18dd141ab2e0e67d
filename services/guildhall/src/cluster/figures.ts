import type { Store } from "@guildhall/store";
import type { Forwarder } from "./forward.ts";
import { mergeMetrics } from "./merge-metrics.ts";
import { favourPaths } from "./node-door.ts";
import { slotOf } from "./node-shape.ts";

export interface FiguresOptions {
  readonly store: Pick<Store, "node" | "nodes">;
  readonly forwarder: Forwarder;
  /** What this process counts. */
  readonly own: () => Promise<string>;
}

/** Give what all nodes count, whichever of them is asked; of one that is alone, just that. */
export function createFigures({ store, forwarder, own }: FiguresOptions): () => Promise<string> {
  const gather = async (): Promise<string> => {
    const self = store.node?.id ?? "";
    const others = (await store.nodes.list()).filter(
      ({ id, address }) => id !== self && address !== "",
    );
    const [mine, ...theirs] = await Promise.all([
      own(),
      ...others.map(({ address }) =>
        forwarder.ask(address, { method: "GET", path: favourPaths.metrics }),
      ),
    ]);
    const answered = others.flatMap(({ id }, at) => {
      const told = theirs[at];
      // A command has a socket and counts nothing.
      return told?.status === 200 ? [{ node: slotOf(id), text: told.text }] : [];
    });
    if (answered.length === 0) return mine;
    return mergeMetrics([{ node: slotOf(self), text: mine }, ...answered]);
  };
  let gathering: Promise<string> | undefined;
  // Whoever asks meanwhile is told the same: it takes every node some work.
  return () => {
    gathering ??= gather().finally(() => {
      gathering = undefined;
    });
    return gathering;
  };
}
