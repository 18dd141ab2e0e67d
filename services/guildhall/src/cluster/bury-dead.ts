import { createConnection } from "node:net";
import type { Store } from "@guildhall/store";

/**
 * Write down as ended which nodes there are no more, so that nobody waits for their leases to run out.
 *
 * A node listens before it joins and leaves before it stops, so one whose socket nobody listens on is dead.
 */
export async function buryDead({ nodes }: Pick<Store, "nodes">): Promise<void> {
  for (const { id, address } of await nodes.list()) {
    if (address !== "" && !(await isListening(address))) await nodes.endOf(id);
  }
}

/** Only a refusal tells for certain that nobody listens. */
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(path);
    const tell = (isThere: boolean) => {
      connection.destroy();
      resolve(isThere);
    };
    connection.once("connect", () => tell(true));
    connection.once("error", (error: NodeJS.ErrnoException) =>
      tell(error.code !== "ECONNREFUSED" && error.code !== "ENOENT"),
    );
  });
}
