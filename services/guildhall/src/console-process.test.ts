import type { Edit } from "@guildhall/contract";
import { beginServiceDraft, editServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const process = "/console/exampleshire/services/noise/process";

describe("the staff pages of what happens", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    await beginServiceDraft(await world.contextOf("exampleshire"), { service: "noise" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const draft = async () => getServiceDraft(await world.contextOf("exampleshire"), "noise");
  const definition = async () => (await draft()).definition;
  const steps = async () => (await definition()).steps ?? [];
  const page = async (path = process) => (await browser.get(path)).html;
  const save = async (path: string, sent: Record<string, string>, from = path) =>
    browser.post(path, { ...fieldsIn(await page(from)), ...sent });
  const press = (does: string, at: string) =>
    save(`${process}/act`, { do: `${does} ${at}` }, process);
  const other = async (...edits: Edit[]) => {
    const { revision: since } = await draft();
    await editServiceDraft(await world.contextOf("exampleshire"), "noise", { edits, since });
  };

  it("list the steps in their order, with what they do and for whom", async () => {
    const ids = (await steps()).map(({ id }) => id);
    const html = await page();
    const places = ids.map((id) => html.indexOf(`id="steps-${id}"`));
    expect(places).toEqual(places.toSorted((one, next) => one - next));
    expect(places).not.toContain(-1);
  });

  it("show them as a picture, and the same in words", async () => {
    const html = await page();
    expect(html).toContain('aria-label="What happens to a form that is sent in.');
    expect(html).toContain("<li>The form is sent in.</li>");
    expect(html).toMatch(/<li>The request stands at “[^”]+”[^<]*\. Statuses: /);
  });

  it("offer every kind of step, and ask for what each needs", async () => {
    const html = await page(`${process}/kinds`);
    for (const title of [
      "Ask a person",
      "Take a payment",
      "Wait",
      "Send an email",
      "Send a letter",
    ])
      expect(html).toContain(title);
    expect(await page(`${process}/step?kind=payment`)).toContain("Is it the same for everybody?");
    expect((await browser.get(`${process}/step?kind=nothing`)).status).toBe(404);
    expect((await browser.get(`${process}/step?id=nothing`)).status).toBe(404);
  });

  it("add a step, change it, move it, and take it away again", async () => {
    const before = (await steps()).map(({ id }) => id);
    const added = await save(`${process}/step?kind=wait`, {
      until: "stage",
      stage: "looking",
      workingDays: "5",
      "onFailure-action": "task",
      "onFailure-team": "Noise team",
    });
    expect(added.location).toBe(`${process}?done=draft-saved`);
    expect((await steps()).at(-1)).toEqual({
      id: "wait",
      kind: "wait",
      until: "stage",
      stage: "looking",
      workingDays: 5,
      onFailure: { action: "task", team: "Noise team" },
    });

    await save(`${process}/step?id=wait`, { until: "tasks", "onFailure-action": "go-on" });
    expect((await steps()).at(-1)).toEqual({
      id: "wait",
      kind: "wait",
      until: "tasks",
      workingDays: 5,
      onFailure: { action: "go-on" },
    });
    await press("up", "/steps/wait");
    expect((await steps()).map(({ id }) => id).at(-2)).toBe("wait");
    await press("down", "/steps/wait");
    await press("down", "/steps/wait");
    await press("sideways", "/steps/wait");
    await press("up", "/steps/none");
    expect((await steps()).map(({ id }) => id)).toEqual([...before, "wait"]);
    await save(`${process}/remove?at=/steps/wait`, {});
    expect((await steps()).map(({ id }) => id)).toEqual(before);
    expect((await browser.get(`${process}/remove?at=/steps/wait`)).status).toBe(404);
  });

  it("ask for a price for each option where it goes by a question", async () => {
    const fields = { title: "Visit", connector: "", amountBy: "noiseSource" };
    const asked = await save(`${process}/step?kind=payment`, fields);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("Enter a price in pounds");
    const again = await browser.post(`${process}/step?kind=payment`, {
      ...fieldsIn(asked.html),
      ...fields,
      connector: "pay",
      "amount-home": "65.00",
      "amount-pub": "0",
    });
    expect(again.status).toBe(303);
    expect((await steps()).at(-1)).toMatchObject({
      kind: "payment",
      amount: { answer: "noiseSource", pence: { home: 6500, pub: 0 } },
    });
  });

  it.each([
    ["task", { title: "" }, "Say “What is to be done”"],
    ["task", { title: "Look", dueWorkingDays: "soon" }, "Enter a whole number from 0 to 365"],
    ["message", { subject: "Hello", text: " " }, "Say “What it says”"],
    ["payment", { title: "Visit", amount: "lots" }, "Enter an amount in pounds"],
  ])("keep no %s where %j cannot be, and lose nothing", async (kind, typed, sentence) => {
    const before = await draft();
    const { status, html } = await save(`${process}/step?kind=${kind}`, typed);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    for (const value of Object.values(typed)) expect(html).toContain(value);
    expect(await draft()).toEqual(before);
  });

  it("make, change and move the stages that people read", async () => {
    await save(`${process}/stage`, { title: "We <visit>", text: "Soon." });
    const { stages } = await definition();
    expect(stages.at(-1)).toMatchObject({ title: "We <visit>", text: "Soon." });
    const id = stages.at(-1)?.id ?? "";
    expect(await page()).toContain("We &lt;visit&gt;");
    await save(`${process}/stage?id=${id}`, { text: "" });
    expect((await definition()).stages.at(-1)).toEqual({ id, title: "We <visit>" });
    await press("up", `/stages/${id}`);
    expect((await definition()).stages.at(-2)?.id).toBe(id);
    const { status, html } = await save(`${process}/stage`, { title: " " });
    expect([status, html.includes("Enter what the stage is called")]).toEqual([422, true]);
  });

  it("keep the promise of a first answer", async () => {
    await save(`${process}/promise`, { days: "7", promise: "Within 7 working days." }, process);
    expect((await definition()).target).toEqual({
      firstResponseWorkingDays: 7,
      text: "Within 7 working days.",
    });
    const { status, html } = await save(`${process}/promise`, { days: "many" }, process);
    expect([status, html.includes("Enter a number of working days")]).toEqual([422, true]);
  });

  it("say who is told what by each status, and give one a meaning for this service alone", async () => {
    expect(await page()).toContain("have a meaning");
    const status = "/status?external=LOOKING";
    const wrong = await save(`${process}${status}`, { stage: "", ends: "completed" });
    expect(wrong.status).toBe(422);
    const { stages } = await definition();
    await save(`${process}${status}`, { stage: stages.at(-1)?.id ?? "", ends: "", quiet: "yes" });
    expect((await definition()).statuses?.at(-1)).toMatchObject({
      external: "LOOKING",
      message: false,
    });
  });

  it("show what somebody else did to the same step, to choose from", async () => {
    const [first] = await steps();
    const at = `/steps/${first?.id}`;
    const path = `${process}/step?id=${first?.id}`;
    const shown = fieldsIn(await page(path));
    await other({ act: "set", at: `${at}/onFailure`, to: { action: "go-on" } });
    const met = await browser.post(path, { ...shown, "onFailure-action": "task" });
    expect(met.status).toBe(409);
  });
});
