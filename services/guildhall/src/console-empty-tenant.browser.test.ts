import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { packFolder } from "@guildhall/folder";
import { readConfig } from "@guildhall/runtime";
import { Command } from "commander";
import type { Browser, Page } from "playwright-core";
import { addPersonCommands } from "./commands/person.ts";
import { addTenantCommands } from "./commands/tenant.ts";
import type { CommandWorld } from "./commands/world.ts";
import { productFolders } from "./folders.ts";
import { type RunningServer, runServer } from "./run-server.ts";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { freePorts } from "./testing/free-ports.ts";

const connection = `kind: http
name: the works team
address: https://works.example.gov.uk/api/
settings:
  auth: { by: api-key, header: X-Api-Key }
  answers:
    success:
      - { status: 2xx, path: $.id, exists: true }
  create:
    method: POST
    path: cases
    headers: { X-External-Reference: "{reference}" }
    reference: { path: $.id }
statuses:
  - { external: open, stage: received }
  - { external: in_progress, stage: looking }
  - { external: fixed, stage: done, ends: completed }
knownStatuses:
  - { code: open, text: Open }
  - { code: in_progress, text: In progress }
  - { code: fixed, text: Done }
`;
const sample = JSON.stringify({
  reference: "ABC-1",
  details: "What it says",
  email: "a@b.example",
});
const questions = `# The bench
Where is the bench?
What is wrong with it?
- It is broken
- It is dirty
# You
Your full name
Your email address`;

describe.skipIf(!chromiumPath)("a council with nothing but a name", { timeout: 180_000 }, () => {
  let data: string;
  let base: string;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "guildhall-empty-"));
    const [port, simulatorsPort] = await freePorts(2);
    base = `http://localhost:${port}`;
    const env = {
      PATH: process.env.PATH,
      GUILDHALL_DATA: data,
      PORT: String(port),
      SIMULATORS_PORT: String(simulatorsPort),
      QUEUE: "in-process",
      LOG_LEVEL: "error",
    };
    const link = await makeTenant(env);
    server = await runServer(readConfig(env), productFolders(import.meta.url));
    browser = await startBrowser();
    page = await (await visitor(browser, { script: true })).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(link);
    await press("Sign in");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(data, { recursive: true });
  });

  it("comes to a published service by what its pages offer", async () => {
    await page.goto(`${base}/console/newtown/services`);
    for (const step of [begin, connect, describeWhatItTakes, sayTheRest, tryAndPublish])
      await step();
    const answer = await fetch(`${base}/t/newtown/v1/services/report-a-bench`);
    expect(await answer.json()).toMatchObject({ version: 1, title: "Report a bench" });
  });

  async function begin() {
    await press("Make a new service");
    await fill({ title: "Report a bench", summary: "Tell us of a broken or dirty bench." });
    await fill({ ownCategory: "Parks" });
    await press("Begin");
    await press("Go on with: questions");
    await press("Write or paste many questions at once");
    await fill({ text: questions });
    await press("Show what this makes");
    await press("Add these 4 questions");
    await press("See what there is still to do");
  }

  async function connect() {
    await press(/^Go on with/);
    await press("Add a system to send answers to");
    await reads("No system is connected yet.");
    await press("Services as files");
    const files = new Map([["connectors/works.yaml", Buffer.from(connection)]]);
    const zip = await buffer(packFolder(files, "newtown"));
    await page.setInputFiles("[name=file]", {
      name: "newtown.zip",
      mimeType: "application/zip",
      buffer: zip,
    });
    await press("See what would change");
    await press("Approve and do it");
    await reads("Its credential has to be set");
  }

  async function describeWhatItTakes() {
    await press("Services");
    await press("Report a bench");
    await press(/^Go on with/);
    await press("Add a system to send answers to");
    await page.getByLabel("the works team").check();
    await press("Continue");
    await reads("The works team cannot be asked what it takes");
    await press("Add a description of what it takes");
    await fill({ name: "Works case" });
    await page.getByLabel("A sample JSON document").check();
    await page.getByText("Or paste it").click();
    await fill({ text: sample });
    await press("Add it");
    await reads("The description is added");
    await page.locator("[name=takes]").selectOption("target:works-case");
    await press("Continue");
    await press(/^Use all/);
    await press("See what there is still to do");
    await press("Where answers go");
    await reads("Nothing arrives at the works team yet");
    await press("Report a bench");
  }

  async function sayTheRest() {
    await press(/^Go on with: what happens/);
    await press("Add the stage that statuses of the back office lead to");
    await fill({ days: "5", promise: "An officer looks at it within 5 working days." });
    await press("Save the promise");
    await press("See what there is still to do");
    await press(/^Go on with/);
    await fill({ lawfulBasis: "Public task: we look after the parks.", days: "365" });
    await press("Save");
    await press("See what there is still to do");
  }

  async function tryAndPublish() {
    await press(/^Go on with: try it/);
    await page.locator("[name=answers][value=made-up]").check();
    await press("Try it");
    await reads("It went round the whole circle");
    await press(/^Save this/);
    await fill({ name: "A broken bench is mended" });
    await press(/^Save it/);
    await reads("The one scenario went as it has to");
    await press("Go on to publish it");
    await press("Go on to publish it");
    await fill({ summary: "People can tell us of benches." });
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await reads("People use this version from now on");
  }

  async function fill(fields: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`[name="${name}"]`).first().fill(value);
  }

  /** Press a button or follow a link that the page offers; another page comes. */
  async function press(name: string | RegExp) {
    const link = page.getByRole("link", { name });
    const offered = page.getByRole("button", { name }).or(link).first();
    await Promise.all([page.waitForEvent("domcontentloaded"), offered.click()]);
  }

  async function reads(words: string) {
    const shown = page.getByText(words).first();
    await shown.waitFor({ timeout: 60_000 }).catch(async () => {
      throw new Error(`The page never said “${words}”: ${await page.innerText("main")}`);
    });
  }

  /** Make the tenant by the command line, with somebody who looks after everything; gives their way in. */
  async function makeTenant(env: CommandWorld["env"]): Promise<string> {
    const printed: string[] = [];
    const world = {
      env,
      folders: productFolders(import.meta.url),
      program: "",
      say: () => undefined,
      print: (text: string) => void printed.push(text),
    };
    const command = new Command().exitOverride();
    addTenantCommands(command, world);
    addPersonCommands(command, world);
    const folder = join(data, "folders", "newtown");
    await mkdir(folder, { recursive: true });
    await mkdir(join(data, "folders", "cookbook"));
    await writeFile(
      join(folder, "tenant.yaml"),
      "kind: council\nname: Newtown Council\nreferencePrefix: NEW\n",
    );
    await mkdir(join(folder, "brands"));
    const colours = 'colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" }';
    const brand = `name: Newtown Council\nshortName: Newtown\n${colours}\n`;
    await writeFile(join(folder, "brands", "newtown.yaml"), brand);
    await command.parseAsync(["tenant", "apply", folder], { from: "user" });
    const who = ["--tenant", "newtown", "--email", "ada@newtown.example", "--name", "Ada Byron"];
    const roles = ["--role", "tenant-admin", "designer"];
    const add = ["person", "add", ...who, ...roles, "--link"];
    await command.parseAsync(add, { from: "user" });
    return printed.at(-1) ?? "";
  }
});
