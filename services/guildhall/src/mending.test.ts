import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreFault } from "@guildhall/store";
import { keepPair, makeDevelopmentPair } from "./door/development-certificate.ts";
import { createMending, endingsOfDoor } from "./mending.ts";

describe("a back office whose credential does not open here", () => {
  const asked = (fault: Error) =>
    createMending({
      write: async () => ({ code: "mapping-failed" }),
      connectorFor: () => Promise.reject(fault),
    }).canBeAsked({} as never, "alloy", "create");

  it("cannot be asked, which keeps no replay of others from its end", async () => {
    expect(await asked(new StoreFault("sealed-elsewhere"))).toBe(false);
    await expect(asked(new StoreFault("unreadable"))).rejects.toMatchObject({ code: "unreadable" });
  });
});

describe("the certificate that the door serves", () => {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-door-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const publicUrl = "https://guildhall.test";

  it("is watched by whoever runs the platform, and by no council", async () => {
    const tls = await keepPair(folder, await makeDevelopmentPair(["guildhall.test"]));
    const [ending, ...others] = await endingsOfDoor({ kind: "shared-service" }, { tls, publicUrl });
    expect(others).toEqual([]);
    expect(ending).toMatchObject({ kind: "certificate-expiring", name: "of guildhall.test" });
    expect(ending?.expiresAt).toBeGreaterThan(Date.now());
    expect(await endingsOfDoor({ kind: "council" }, { tls, publicUrl })).toEqual([]);
  });

  it("is told of by its file where it is not there, or is none", async () => {
    const cert = join(folder, "gone.pem");
    const look = () =>
      endingsOfDoor({ kind: "shared-service" }, { tls: { cert, key: cert }, publicUrl });
    const missing = {
      kind: "certificate-expiring",
      subject: "door",
      name: "of guildhall.test",
      file: cert,
    };
    expect(await look()).toEqual([missing]);
    writeFileSync(cert, "no certificate");
    expect(await look()).toEqual([missing]);
  });

  it("is none where the door serves none", async () => {
    expect(await endingsOfDoor({ kind: "shared-service" }, { publicUrl })).toEqual([]);
  });
});
