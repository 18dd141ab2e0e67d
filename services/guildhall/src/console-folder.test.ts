import { buffer } from "node:stream/consumers";
import { exportService, getServiceDraft } from "@guildhall/domain";
import { packFolder, writeFolder } from "@guildhall/folder";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const once = "the-same-sending-again";

describe("services as files in the console", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeAll(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["tenant-admin", "designer"] });
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const context = () => world.contextOf("exampleshire");
  /** The archive of the noise service, called otherwise. */
  async function archive(title: string): Promise<File> {
    const { services, ...contents } = await exportService(await context(), "noise");
    const renamed = services.map((service) => ({ ...service, title }));
    const tree = await writeFolder({ ...contents, services: renamed });
    return new File([new Uint8Array(await buffer(packFolder(tree, "shire")))], "shire.zip");
  }
  function bringIn(file: File) {
    const body = new FormData();
    body.set("file", file);
    const headers = { "Sec-Fetch-Site": "same-origin" };
    return browser.send(`${root}/folder/imports?once=${once}`, { method: "POST", body, headers });
  }

  it("go out as one zip file, all of them or one", async () => {
    for (const path of ["folder/download", "services/noise/folder"]) {
      const { status, headers } = await browser.get(`${root}/${path}`);
      expect([status, headers.get("content-type")]).toEqual([200, "application/zip"]);
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="exampleshire/);
    }
  });

  it("come in as a plan, which is done when it is approved", async () => {
    const sent = await bringIn(await archive("Report a din"));
    expect(sent.status).toBe(303);
    const page = await browser.get(sent.location);
    expect(page.html).toContain("The title of the service is now “Report a din”.");
    const done = await browser.post(`${sent.location}/approve`, { once });
    expect((await browser.get(done.location)).html).toContain("All of it is done");
    const { definition } = await getServiceDraft(await context(), "noise");
    expect(definition.title).toBe("Report a din");
    const again = await browser.post(`${sent.location}/approve`, {});
    expect([again.status, again.html.includes("This was approved already.")]).toEqual([409, true]);
  });

  it.each<[string, () => File, string]>([
    ["no zip file", () => new File(["x"], "a.zip"), "This is not a zip archive that can be read"],
    ["an empty file", () => new File([], "a.zip"), "Choose a zip file"],
    [
      "a file that is too large",
      () => new File([new Uint8Array(20_200_000)], "a.zip"),
      "The file must be 20 megabytes or smaller",
    ],
  ])("are refused in a sentence where they are %s", async (_, file, sentence) => {
    const { status, html } = await bringIn(file());
    expect([status, html.includes(sentence)]).toEqual([400, true]);
  });

  it("are not brought in by somebody who may only look", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["tenant-admin"] });
    expect((await other.get(`${root}/folder`)).html).not.toContain("Bring files in");
  });
});
