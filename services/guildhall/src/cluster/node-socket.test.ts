import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeSocketPath, socketPathOf } from "./node-socket.ts";

describe("the socket of a node", () => {
  it("is in the data folder, and in a short place where that would be too long for a socket", () => {
    expect(socketPathOf("/d", "worker-1")).toBe("/d/nodes/worker-1.sock");
    const long = socketPathOf(`/${"d".repeat(100)}`, "worker-1");
    expect(long.length).toBeLessThanOrEqual(100);
    expect(long.startsWith(tmpdir())).toBe(true);
  });

  it("lies where only we can open it", () => {
    const data = mkdtempSync(join(tmpdir(), "guildhall-socket-"));
    const folder = dirname(makeSocketPath(data, "worker-1"));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    rmSync(data, { recursive: true });
  });

  it("shuts others out of a folder that was open to them", () => {
    const data = mkdtempSync(join(tmpdir(), "guildhall-socket-"));
    mkdirSync(join(data, "nodes"));
    const folder = dirname(makeSocketPath(data, "worker-1"));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    rmSync(data, { recursive: true });
  });

  it("is not put where another leads us", () => {
    const data = mkdtempSync(join(tmpdir(), "guildhall-socket-"));
    symlinkSync(tmpdir(), join(data, "nodes"));
    expect(() => makeSocketPath(data, "worker-1")).toThrow("of this user's own");
    rmSync(data, { recursive: true });
  });
});
