import { beginServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const list = "/console/exampleshire/services/noise/destinations";
const to = `${list}/to/case`;

describe("the staff pages of a destination that changes meanwhile", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = world.open();
    await world.enter(ann, { roles: ["designer"] });
    await beginServiceDraft(await world.contextOf("exampleshire"), { service: "noise" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const seen = async (page: string) => {
    const { since = "", once = "" } = fieldsIn((await ann.get(page)).html);
    return { since, once };
  };
  const remove = async () => ann.post(`${to}/remove`, await seen(`${to}/remove`));

  it.each([
    [
      "a value",
      "line?target=Email",
      { source: "fixed", fixed: "pub@example.org" },
      "pub@example.org",
    ],
    ["a change", "change", { target: "a", at: "/mappings/case/rows/a", "setting-cut": "61" }, "61"],
    [
      "options",
      "options",
      { target: "a", at: "/mappings/case/rows/a", "option-pub": "PUB9" },
      "PUB9",
    ],
    ["suggestions", "accept", { target: "Email" }, "Nothing of yours is saved"],
    ["its removal", "remove", {}, "Nothing of yours is saved"],
  ])("say of %s that it was removed, with what was entered", async (_, path, sent, told) => {
    const before = await seen(`${to}/remove`);
    expect((await remove()).location).toBe(`${list}?done=destination-removed`);
    const { status, html } = await ann.post(`${to}/${path}`, { ...before, ...sent });
    expect(status).toBe(409);
    expect(html).toContain("This was removed meanwhile");
    expect(html).toContain(told);
    expect(html).toContain(`href="${list}"`);
  });

  it("say so of a row that is gone", async () => {
    const [, target = ""] = /line\?target=([^"&]+)"/.exec((await ann.get(to)).html) ?? [];
    const sent = {
      ...(await seen(`${to}/remove`)),
      at: "/mappings/case/rows/gone",
      fixed: "kept words",
    };
    const { status, html } = await ann.post(`${to}/line?target=${target}`, sent);
    expect(status).toBe(409);
    expect(html).toContain("kept words");
  });

  it("say why a destination could not be removed", async () => {
    const { since, once } = await seen(`${to}/remove`);
    const edits = JSON.stringify([{ act: "set", at: "/title", to: "Other" }]);
    await ann.post("/console/exampleshire/services/noise/edits", { since, once, edits });
    const { status, html } = await ann.post(`${to}/remove`, { since, once });
    expect(status).toBe(422);
    expect(html).toContain("There is a problem");
    expect(html).toContain("Stop sending answers there?");
    expect((await ann.get(to)).status).toBe(200);
  });
});
