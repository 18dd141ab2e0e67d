import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepPair, makeDevelopmentPair } from "./door/development-certificate.ts";
import { endingsOfDoor } from "./mending.ts";

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

  it("is none where the door serves none", async () => {
    expect(await endingsOfDoor({ kind: "shared-service" }, { publicUrl })).toEqual([]);
  });
});
