import { type Config, createLog } from "@guildhall/runtime";
import type { Ending } from "../ending.ts";
import type { Folders } from "../folders.ts";
import { openStore } from "../open-store.ts";
import { runServer } from "../run-server.ts";
import { runSimulators } from "../run-simulators.ts";
import { type Kind, messages } from "./member.ts";

/** What a process of a cluster was started as. */
export interface MemberPlace {
  readonly kind: Kind;
  readonly slot: string;
  readonly id: string;
}

/** Run one process of a cluster until the main one says that it is enough. */
export async function runMember(
  config: Config,
  folders: Folders,
  place: MemberPlace,
): Promise<void> {
  const { kind, slot, id } = place;
  const log = createLog({ name: `guildhall-${slot}`, level: config.logLevel });
  const running: Ending =
    kind === "simulators"
      ? await standIn(config, folders)
      : await runServer(config, folders, log, { id, slot, roles: [kind] });
  let isEnding = false;
  const finish = async (end: () => Promise<void>): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    const failed = await end().then(
      () => false,
      (error: unknown) => {
        log.error({ err: error });
        return true;
      },
    );
    process.exit(failed ? 1 : 0);
  };
  // A terminal sends these to all of us; what is done about them, the main process decides.
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.on("SIGTERM", () => void finish(running.close));
  process.on("message", (message) => message === messages.retire && void finish(running.retire));
  process.send?.(messages.ready);
}

async function standIn(config: Config, folders: Folders): Promise<Ending> {
  const store = await openStore(config);
  const { close } = await runSimulators(store, config, folders);
  store.close();
  return { close, retire: close };
}
