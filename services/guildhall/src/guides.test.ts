import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asPlatform, type Context, issueKey, type NewKey } from "@guildhall/domain";
import { mintGrant } from "@guildhall/keys";
import { productFolders } from "./folders.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { freePorts } from "./testing/free-ports.ts";
import { type Given, runGuide } from "./testing/guide/run-guide.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const { guides } = productFolders(import.meta.url);
const installed = fileURLToPath(new URL("../../../node_modules", import.meta.url));
/** What a guide has its reader install. */
const libraries = ["standardwebhooks"];
describe("the guides for developers", { timeout: 120_000 }, () => {
  let town: Town;
  let folder: string;
  let listenerPort: number;
  beforeAll(async () => {
    [listenerPort = 0] = await freePorts(1);
    town = await startTown({ ALLOW_LOOPBACK_CALLBACKS: `localhost:${listenerPort}` });
    folder = mkdtempSync(join(tmpdir(), "guildhall-guides-"));
    mkdirSync(join(folder, "node_modules"));
    for (const name of libraries)
      symlinkSync(join(installed, name), join(folder, "node_modules", name));
  });
  afterAll(async () => {
    await town?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it("take a reader to a first call", async () => {
    const GUILDHALL_KEY = town.keys[council]?.partner ?? "";
    expect(await run("first-call-in-five-minutes", { GUILDHALL_KEY })).toBeGreaterThan(7);
  });

  it("take a back office through a case", async () => {
    const { id } = await start();
    const { key = "", signingSecret = "" } = await issue({
      scopes: ["notes:write"],
      signature: "secret",
    });
    const given = { PROCESS: id, GRANT: await grantFor(id), SIGNING_KEY: key };
    expect(
      await run("work-a-case-from-a-back-office", { ...given, SIGNING_SECRET: signingSecret }),
    ).toBeGreaterThan(16);
  });

  it("explain every credential", async () => {
    const given: Given = {
      GUILDHALL_KEY: town.keys[council]?.partner ?? "",
      PAIR_CLIENT_ID: async () => {
        const jwks = JSON.parse(readFileSync(join(folder, "public-keys.json"), "utf8"));
        return (await issue({ scopes: ["processes:read"], jwks })).id;
      },
    };
    expect(await run("authenticate", given)).toBeGreaterThan(9);
  });

  it("take a subscriber from its first call to its last", async () => {
    const { key: GUILDHALL_KEY = "" } = await issue({
      scopes: ["subscriptions:read", "subscriptions:write", "events:read", "processes:write"],
    });
    expect(await run("receive-a-webhook", { GUILDHALL_KEY })).toBeGreaterThan(12);
  });

  it("let a partner publish a service", async () => {
    const { key: GUILDHALL_KEY = "" } = await issue({
      scopes: ["services:read", "services:write"],
    });
    expect(await run("publish-a-service", { GUILDHALL_KEY })).toBeGreaterThan(5);
  });

  it("build a service from an empty draft to a request that is followed", async () => {
    const { key: GUILDHALL_KEY = "" } = await issue({
      scopes: [
        "services:read",
        "services:write",
        "connectors:read",
        "processes:read",
        "processes:write",
      ],
    });
    expect(await run("build-a-service", { GUILDHALL_KEY })).toBeGreaterThan(18);
  });

  function run(guide: string, given: Given): Promise<number> {
    const markdown = readFileSync(join(guides, `${guide}.md`), "utf8");
    const instead = {
      "http://localhost:3000": town.base,
      "http://localhost:4000": `http://localhost:${listenerPort}`,
      "const port = 4000": `const port = ${listenerPort}`,
    };
    return runGuide({ markdown, instead, given, folder });
  }

  async function context(): Promise<Context> {
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error("The council is not there");
    return asPlatform(ground);
  }

  async function issue(asked: Pick<NewKey, "scopes" | "jwks" | "signature">) {
    const terms: NewKey = { name: "Reader", kind: "vendor", ...asked };
    return issueKey(await context(), terms);
  }

  async function start(): Promise<{ id: string }> {
    const answers = exampleOf(council, "noise-nuisance", "least");
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${town.keys[council]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": crypto.randomUUID(),
      },
      body: JSON.stringify({ service: "noise-nuisance", answers }),
    });
    return response.json();
  }

  /** What a back office is handed with a case. */
  async function grantFor(process: string): Promise<string> {
    const { keys, issuer, now } = await context();
    return mintGrant(keys.set, {
      issuer,
      process,
      connector: "alloy",
      scope: [
        "processes:read",
        "documents:read",
        "notes:write",
        "tasks:read",
        "tasks:write",
        "events:read",
      ],
      generation: 1,
      jti: "out_1",
      issuedAt: new Date(now()),
      expiresAt: new Date(now() + 3_600_000),
    });
  }
});
