import { beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services/noise";
const page = "/form/pages/noise";
const source = `${page}/questions/noiseSource`;
const ours = "Ours & theirs";

describe("the forms about a question, page or condition that somebody else has removed", () => {
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

  const send = (path: string, fields: Record<string, string> = {}, headers = {}) =>
    ann.post(
      `${root}/${path}`,
      { once: crypto.randomUUID(), since: "1", ...fields },
      { "Sec-Fetch-Site": "same-origin", ...headers },
    );
  const revision = async () =>
    (await getServiceDraft(await world.contextOf("exampleshire"), "noise")).revision;
  const row = {
    rows: "1",
    "row-0-about": "q:noiseSource",
    "row-0-comparison": "is",
    "row-0-value": "pub",
  };

  it.each([
    ["Question", `questions/edit?at=${source}`, { label: ours }],
    ["Hint", `questions/edit?at=${source}`, { hint: ours }],
    ["Question in Welsh", `questions/edit?at=${source}`, { "welsh-label": ours }],
    ["Option “pub” in Welsh", `questions/edit?at=${source}`, { "welsh-option-pub": ours }],
    ["The first question of each", `questions/add/group?to=${page}/questions`, { first: ours }],
    ["Words before the questions", `questions/page?at=${page}`, { text: ours }],
  ])("give back what was entered as %s", async (name, path, fields) => {
    await send(`questions/remove?at=${page}`);
    const before = await revision();
    const { status, html } = await send(path, { ...fields, "was-hint": "Not mine", must: "yes" });
    expect(status).toBe(409);
    expect(html).toContain("This was removed meanwhile");
    expect(html).toMatch(new RegExp(`${name}\\s*</dt>[^]*Ours &amp; theirs`));
    expect(html).not.toContain("Not mine");
    expect(html).toContain(`href="${root}/questions">Back to all questions`);
    expect(await revision()).toBe(before);
  });

  it("tell who types on that it is not saved, and leave what was typed", async () => {
    await send(`questions/remove?at=${source}`);
    const accept = "application/json";
    const { status, html } = await send(`questions/edit?at=${source}`, {}, { accept });
    expect(status).toBe(409);
    expect(JSON.parse(html)).toEqual({ said: "Not saved. Somebody has removed this meanwhile." });
  });

  it.each(["move", "remove"])("say so to who wants to %s it", async (act) => {
    await send(`questions/remove?at=${source}`);
    const { status, html } = await send(`questions/${act}?at=${source}`);
    expect(status).toBe(409);
    expect(html).not.toContain("What you entered");
  });

  it("say that the page to move to is gone", async () => {
    const { status, html } = await send(`questions/move?at=${source}`, {
      page: "/form/pages/gone",
    });
    expect(status).toBe(422);
    expect(html).toContain("Choose another page");
  });

  it("give back a condition as the sentence that it says", async () => {
    await send("conditions/new", { ...row, name: "Mine" });
    await send("conditions/remove?id=mine");
    const gone = await send("conditions/edit?id=mine", { ...row, name: ours });
    expect(gone.status).toBe(409);
    expect(gone.html).toContain("Ours &amp; theirs");
    expect(gone.html).toMatch(/“Where does the noise come from\?” is “[^”]+”/);
    expect(gone.html).toContain(`href="${root}/conditions">Back to all conditions`);
    expect((await send("conditions/remove?id=mine")).status).toBe(409);
  });

  it("give back what a condition that is not finished was compared with", async () => {
    const fields = { ...row, "row-0-comparison": "", "row-0-value": ours };
    const { html } = await send("conditions/edit?id=gone", fields);
    expect(html).toContain("Ours &amp; theirs");
  });

  it("give back a condition for a question that is gone, and make none", async () => {
    await send(`questions/remove?at=${source}`);
    const before = await revision();
    const path = `conditions/new?for=${source}`;
    const { status, html } = await send(path, { ...row, name: ours, "row-0-value": "x" });
    expect(status).toBe(409);
    expect(html).toContain("Ours &amp; theirs");
    expect(html).toContain(`href="${root}/questions">Back to all questions`);
    expect(await revision()).toBe(before);
  });

  it.each([
    ["What it is called", "stage?id=gone", { title: ours }, "stages"],
    ["What people read beside it", "stage?id=gone", { title: "x", text: ours }, "stages"],
    ["What people read beside the stage", "status?external=X", { text: ours }, "statuses"],
    ["What is to be done", "step?id=gone", { title: ours }, "steps"],
    ["Which team does it", "step?id=gone", { team: ours }, "steps"],
  ])("give back what was entered as “%s” of what happens", async (name, path, fields, list) => {
    const before = await revision();
    const { status, html } = await send(`process/${path}`, { ...fields });
    expect(status).toBe(409);
    expect(html).toMatch(new RegExp(`${name}\\s*</dt>[^]*Ours &amp; theirs`));
    expect(html).toContain(`href="${root}/process#${list}">Back to all ${list}`);
    expect(await revision()).toBe(before);
  });

  it.each(["stages", "steps"])("say so to who wants to remove one of the %s", async (list) => {
    const { status, html } = await send(`process/remove?at=/${list}/gone`);
    expect(status).toBe(409);
    expect(html).toContain(`Back to all ${list}`);
  });
});
