import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "@guildhall/runtime";
import { renewEveryMs, type Store } from "@guildhall/store";
import { openStore } from "../open-store.ts";
import { buryDead } from "./bury-dead.ts";
import { createForwarder, type Forwarder } from "./forward.ts";
import { listenOnSocket } from "./listen-on-socket.ts";
import { favourPaths, notHeld } from "./node-door.ts";
import { newNodeId, slotOf } from "./node-shape.ts";
import { makeSocketPath } from "./node-socket.ts";

/** The store of an installation for a command, which may be run beside the server. */
export interface Borrower extends AsyncDisposable {
  readonly store: Store;
  /**
   * Do some work on a tenant, which the server that holds it hands over for as long as that takes.
   *
   * @throws Error of one sentence, where whoever holds it does not hand it over
   */
  borrow<T>(tenant: string, work: () => Promise<T>): Promise<T>;
}

const slot = "command";
const patienceMs = 10_000;
const againMs = 100;

/** Open the store as a node that holds nothing but what it works on. */
export async function openBorrower(config: Config): Promise<Borrower> {
  const id = newNodeId(slot);
  const address = makeSocketPath(config.data, id);
  const store = await openStore(config, { node: { id, address, roles: [slot] } });
  // It does nothing for anybody: by its socket others see at once that it was killed.
  const socket = await listenOnSocket(address, async () => notHeld());
  socket.unref();
  const forwarder = createForwarder();
  await store.nodes.join();
  await buryDead(store);
  const renewing = setInterval(() => {
    // Each write looks for itself whether the lease still holds.
    Promise.all([store.nodes.beat(), store.leases.renew()]).catch(() => undefined);
  }, renewEveryMs);
  return {
    store,
    borrow: (tenant, work) => borrow({ store, forwarder }, tenant, work),
    [Symbol.asyncDispose]: async () => {
      clearInterval(renewing);
      await store.nodes.leave();
      await socket.close();
      await forwarder.close();
      store.close();
    },
  };
}

interface Means {
  readonly store: Store;
  readonly forwarder: Forwarder;
}

async function borrow<T>(means: Means, tenant: string, work: () => Promise<T>): Promise<T> {
  const { leases } = means.store;
  const entry = (await leases.list()).find((one) => one.tenant === tenant);
  if (entry?.isShared) return work();
  const lender = await hold(means, tenant);
  try {
    return await work();
  } finally {
    await leases.release([tenant]);
    if (lender) await ask(means.forwarder, lender, favourPaths.takeBack(tenant));
  }
}

/** Take a tenant from whoever holds it; gives the address of who did. */
async function hold({ store, forwarder }: Means, tenant: string): Promise<string | undefined> {
  const { leases } = store;
  let lender: string | undefined;
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(againMs)) {
    leases.forgetOwner(tenant);
    const owner = await leases.ownerOf(tenant);
    if (owner && slotOf(owner.node) !== slot) {
      if (!(await ask(forwarder, owner.address, favourPaths.lend(tenant)))) break;
      lender = owner.address;
    }
    if ((await leases.take(tenant)) !== undefined) return lender;
  }
  throw new Error(
    `${tenant} is in use by another process, which does not hand it over. Try again, or stop the server first.`,
  );
}

async function ask(forwarder: Forwarder, address: string, path: string): Promise<boolean> {
  return (await forwarder.ask(address, { method: "POST", path }))?.status === 204;
}
