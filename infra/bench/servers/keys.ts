import { randomBytes } from "node:crypto";
import {
  applyTenant,
  asPlatform,
  createAuthenticator,
  createGrounds,
  createIds,
  type Ground,
  issueKey,
} from "@guildhall/domain";
import { Store } from "@guildhall/store";
import { answerCommands } from "../commands.ts";
import { benchTenant, council } from "../tenant.ts";

const identify = createAuthenticator();
let ground: Ground | undefined;
let key = "";

const commands = {
  /** Make a council with one key in a folder of its own. */
  open: async (folder: string): Promise<void> => {
    const store = await Store.open({ folder, rootKey: randomBytes(32) });
    const actor = { kind: "platform", id: "bench", name: "Bench" } as const;
    await applyTenant(store, benchTenant(council), { actor, now: Date.now() });
    const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
    const ids = createIds();
    const publicUrl = "http://localhost:3000";
    ground = await createGrounds({ store, publicUrl, handover, ids, now: Date.now })(council);
    if (!ground) throw new Error(`no tenant ${council}`);
    const asked = { name: "Bench", kind: "vendor", scopes: ["processes:read"] } as const;
    ({ key } = await issueKey(asPlatform(ground), asked));
  },
  /** How many times in a second the key is checked; it is looked up again whenever it could have been revoked. */
  checksPerS: async (seconds: number): Promise<number> => {
    if (!ground) throw new Error("There is no council yet");
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < seconds * 1000) {
      for (let nth = 0; nth < 1000; nth += 1)
        if (!(await identify(ground, key))) throw new Error("The key was refused");
      count += 1000;
    }
    return (count * 1000) / (performance.now() - began);
  },
};
export type KeysCommands = typeof commands;

answerCommands(commands);
