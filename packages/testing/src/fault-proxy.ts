import { once } from "node:events";
import { type AddressInfo, createConnection, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * What happens to a connection: `refuse` ends it at once; `hang` takes all and answers nothing;
 * `cut-after-request` delivers the request and then breaks, so that the reply is lost; `slow` holds
 * every piece of the reply back for `delayMs`.
 */
export type FaultMode = "pass" | "refuse" | "hang" | "cut-after-request" | "slow";

export interface FaultProxy {
  readonly port: number;
  /** Takes effect on the connections that are open as well. */
  mode: FaultMode;
  /** Connections taken so far. */
  readonly connections: number;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  readonly target: { readonly host?: string; readonly port: number };
  readonly delayMs?: number;
}

/** Stand between a client and a server on this machine, and misbehave as the network does. */
export async function startFaultProxy({
  target,
  delayMs = 50,
}: FaultProxyOptions): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const proxy = { mode: "pass" as FaultMode, connections: 0 };

  const server = createServer({ allowHalfOpen: true }, (client) => {
    proxy.connections += 1;
    if (proxy.mode === "refuse") return client.resetAndDestroy();
    const upstream = createConnection({ host: "127.0.0.1", allowHalfOpen: true, ...target });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
    void carry(client, upstream, async () => proxy.mode !== "hang");
    void carry(upstream, client, async () => {
      if (proxy.mode === "cut-after-request") client.resetAndDestroy();
      if (proxy.mode === "slow") await pause(delayMs);
      return proxy.mode === "pass" || proxy.mode === "slow";
    });
  });

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(proxy, {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  });
}

/** Carry what one end says to the other, piece by piece and in order, as far as `pass` lets it. */
async function carry(from: Socket, to: Socket, pass: () => Promise<boolean>): Promise<void> {
  from.on("error", () => to.destroy());
  try {
    for await (const piece of from) if (await pass()) to.write(piece);
    to.end();
  } catch {
    to.destroy();
  }
}
