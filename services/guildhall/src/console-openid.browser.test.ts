import { serveOidcProvider } from "@guildhall/connectors/testing";
import { applyTenant, asPlatform, setSignInCredential } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import type { Browser } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { freePorts } from "./testing/free-ports.ts";
import { lookAt } from "./testing/look-at.ts";
import { startTown } from "./testing/town.ts";

const clientSecret = "a secret of the test's client";

describe.skipIf(!chromiumPath)("signing in at the organisation's own provider", () => {
  let browser: Browser;
  beforeEach(async () => {
    browser = await startBrowser();
    // The provider talks of what a test does not set up.
    for (const voice of ["warn", "info"] as const)
      vi.spyOn(console, voice).mockImplementation(() => undefined);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await browser.close();
  });

  it("lets in by its groups, leads back to the page asked for, and goes out of both", {
    timeout: 60_000,
  }, async () => {
    const [port] = await freePorts(1);
    const base = `http://localhost:${port}`;
    const pages = `${base}/console/exampleshire`;
    const grace = {
      sub: "subject-grace",
      name: "Grace Hopper",
      email: "grace@exampleshire.test",
      email_verified: true,
      groups: ["admins"],
    };
    const oidc = await serveOidcProvider([grace, { sub: "stranger", groups: [] }], {
      clients: [
        {
          client_id: "guildhall",
          client_secret: clientSecret,
          redirect_uris: [`${pages}/sign-in/return`],
          post_logout_redirect_uris: [`${pages}/`],
        },
      ],
    });
    await using town = await startTown({ PORT: String(port), ALLOW_LOOPBACK: oidc.host });
    const { platform } = town.running;
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    const signIn = {
      issuer: oidc.issuer,
      clientId: "guildhall",
      name: "your council account",
      groupsClaim: "groups",
      groups: { admins: ["tenant-admin" as const] },
      scopes: [],
    };
    const tenant = { ...exampleshire.tenant, signIn };
    await applyTenant(platform.store, { ...exampleshire, tenant }, { actor, now: Date.now() });
    const ground = await platform.groundFor("exampleshire");
    if (!ground) throw new Error("there is no exampleshire");
    await setSignInCredential(asPlatform(ground), { clientSecret });

    const page = await (await visitor(browser, { script: true })).newPage();
    page.setDefaultTimeout(15_000);
    const refused: string[] = [];
    page.on("console", (message) => refused.push(message.text()));
    // Where nothing is to be followed, this only says who sits before the browser.
    await oidc.browse("about:blank", "stranger");
    await page.goto(`${pages}/keys`);
    expect(await lookAt(page, "console-sign-in-provider")).toEqual([]);
    await page.getByRole("button", { name: "Sign in with your council account" }).click();
    expect(await page.innerText("main")).toContain("you do not have access here");
    expect(await lookAt(page, "console-sign-in-refused")).toEqual([]);

    await page.context().clearCookies();
    await oidc.browse("about:blank", "subject-grace");
    await page.goto(`${pages}/keys`);
    await page.getByRole("button", { name: "Sign in with your council account" }).click();
    await page.getByRole("heading", { name: "Keys", exact: true }).waitFor();
    expect(page.url()).toBe(`${pages}/keys`);
    expect(await page.innerText(".console-bar")).toContain("as Grace Hopper");
    expect(refused).toEqual([]);
    await page.getByRole("link", { name: "People" }).click();
    await page.getByRole("row", { name: grace.email }).getByRole("link").click();
    expect(await page.innerText("main")).toContain("their roles become those of their groups");

    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    expect(await lookAt(page, "console-signed-out")).toEqual([]);
    const out = page.getByRole("link", { name: "sign out of that too" });
    expect(await out.getAttribute("href")).toContain(oidc.issuer);
    await out.click();
    expect(new URL(page.url()).origin).toBe(oidc.issuer);
    await page.goto(`${pages}/keys`);
    expect(page.url()).toContain("/sign-in?next=");
  });
});
