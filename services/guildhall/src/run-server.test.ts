import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, readConfig } from "@guildhall/runtime";
import { productFolders } from "./folders.ts";
import { runServer } from "./run-server.ts";

describe("runServer", () => {
  let data: string;
  let taken: Server;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "guildhall-run-"));
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
  });
  afterEach(async () => {
    taken.close();
    await rm(data, { recursive: true, force: true });
  });

  const start = (settings: Record<string, string>) => {
    const env = { GUILDHALL_DATA: data, PATH: process.env.PATH ?? "", PORT: "0", ...settings };
    const log = createLog({ name: "test", level: "silent" });
    return runServer(readConfig(env), productFolders(import.meta.url), log);
  };

  it("leaves nothing behind that keeps the next start out, when a port is in use", {
    timeout: 120_000,
  }, async () => {
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const inUse = { code: "EADDRINUSE" };
    await expect(start({ SIMULATORS_PORT: port })).rejects.toMatchObject(inUse);
    await expect(start({ SIMULATORS_PORT: "0", PORT: port })).rejects.toMatchObject(inUse);
    const running = await start({ SIMULATORS_PORT: "0" });
    const ready = await fetch(`http://localhost:${running.port}/readyz`);
    await running.close();
    expect(ready.status).toBe(200);
  });
});
