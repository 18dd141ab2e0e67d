import { addNote, completeTask, listNotes, updateTask } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { FixMyStreet } from "../testing/open311/fixmystreet.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const second = 1000;
const minute = 60 * second;

describe("FixMyStreet against Open311", () => {
  let world: ApiWorld;
  let site: FixMyStreet;

  beforeEach(async () => {
    world = await createApiWorld();
    site = await siteWith(await world.keyFor("processes:write", "notes:write"));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("learns what is asked, and asks nobody for what it sends by itself", async () => {
    expect(await site.categories()).toEqual(["noise"]);
    expect(await site.asks("noise")).toEqual([
      "noiseSource",
      "pubName",
      "nights_date",
      "nights_until",
    ]);
  });

  it("reports, and what the form has no question for is a note that the citizen does not see", async () => {
    const reference = await report(7);
    const process = await idOf(reference);
    const { answers } = await formOf(process);
    expect(answers).toMatchObject({
      noiseSource: "home",
      nights: [{ date: "2025-05-21", until: "22:30" }],
      fullName: "Ada Byron",
      email: "ada@example.com",
    });
    const { data } = await listNotes(world.ctx, process);
    expect(data).toMatchObject([{ visibleToCitizen: false, author: "Acme Case Systems" }]);
    expect(data[0]?.contents).toContain("detail: It never stops");
    expect(data[0]?.contents).toContain("Position: latitude 52.20531, longitude 0.12184");
    expect(data[0]?.contents).toContain("Grid reference: 545123, 258456");
    expect(data[0]?.contents).toContain("FixMyStreet report: 7");
  });

  it("is answered with the same request when it did not hear the answer, days later too", async () => {
    const first = await report(7);
    world.clock.move(3 * 86_400_000);
    expect(await report(7)).toBe(first);
    expect(await report(8)).not.toBe(first);
    expect((await listNotes(world.ctx, await idOf(first))).data).toHaveLength(1);
  });

  it("goes the whole circle: report, note, stage and end, each shown once", async () => {
    const reference = await report(7);
    const process = await idOf(reference);
    world.clock.move(minute);
    await note(process, "We are measuring the noise.");
    await site.poll();
    world.clock.move(minute);
    await site.poll();
    const task = await taskOf(process);
    await updateTask(world.ctx, task, { externalStatus: "VISIT" });
    world.clock.move(minute);
    await site.poll();
    await completeTask(world.ctx, task, { outcome: "completed", fields: {} });
    world.clock.move(minute);
    await site.poll();
    await site.poll();
    expect(site.shown.get(reference)).toMatchObject([
      { text: "We are measuring the noise.", state: "unchanged" },
      { text: "A visit is arranged\n\nAn officer will visit this week.", state: "in_progress" },
      { text: "Finished\n\nWe have finished with your request.", state: "fixed" },
    ]);
  });

  it("misses no update, whenever in a second it is made and polled for", async () => {
    const reference = await report(7);
    const process = await idOf(reference);
    const written: string[] = [];
    for (let at = 0; at < 40; at += 1) {
      world.clock.move(137);
      written.push(`note ${at}`);
      await note(process, `note ${at}`);
      if (at % 3 === 0) await site.poll();
    }
    world.clock.move(second);
    await site.poll();
    expect(site.shown.get(reference)?.map(({ text }) => text)).toEqual(written);
  });

  it("does not show again what its own user wrote", async () => {
    const reference = await report(7);
    const id = await site.comment(reference, 55, "Loud again last night.");
    expect(await site.comment(reference, 55, "Loud again last night.")).toBe(id);
    world.clock.move(minute);
    await site.poll();
    expect(new Set(site.shown.get(reference)?.map(({ externalId }) => externalId))).toEqual(
      new Set([id]),
    );
    const { data } = await listNotes(world.ctx, await idOf(reference));
    expect(data.at(-1)).toMatchObject({
      visibleToCitizen: true,
      contents: "Loud again last night.\n\nFrom Grace",
    });
  });

  it("is told of nobody else's reports", async () => {
    const { id } = await world.start();
    await note(id, "Written to somebody else.");
    const mine = await report(7);
    world.clock.move(minute);
    const said = await world.fetch(`/t/exampleshire/open311/v2/servicerequestupdates.json`, {
      headers: { Authorization: `Bearer ${await world.keyFor("processes:write")}` },
    });
    expect(await said.json()).toEqual([]);
    const all = await world.fetch(`/t/exampleshire/open311/v2/servicerequestupdates.json`, {
      headers: { Authorization: `Bearer ${world.key}` },
    });
    expect(await all.json()).toMatchObject([{ description: "Written to somebody else." }]);
    expect(site.shown.get(mine)).toBeUndefined();
  });

  it("is told in plain words what a report lacks", async () => {
    const taken = await site.report({
      id: 9,
      category: "noise",
      title: "Noise",
      detail: "Loud",
      extra: { noiseSource: "boat", nights_date: "2099-01-01", nights_until: "22:30" },
    });
    expect(taken).toBeUndefined();
    expect(site.failures).toEqual([
      "Select one of the options in the list (attribute[noiseSource])",
      "Date must be today or in the past (attribute[nights_date])",
    ]);
  });

  it("keeps the sender's words as the answer where the form asks for a description", async () => {
    const [first, ...rest] = noise.form.pages;
    if (!first) throw new Error("The noise form has pages");
    const words = { id: "words", type: "long-text", label: "What do you hear?" } as const;
    const asked = { ...words, required: true, maxLength: 60 };
    const pages = [{ ...first, questions: [...first.questions, asked] }, ...rest];
    await world.publish({ form: { ...noise.form, pages } });

    expect(await site.asks("noise")).not.toContain("words");
    const process = await idOf(await report(7));
    const { answers } = await formOf(process);
    expect(String(answers.words)).toMatch(/^title: Loud music\n\ndetail: It never stops.*…$/s);
    expect([...String(answers.words)]).toHaveLength(60);
    const { data } = await listNotes(world.ctx, process);
    expect(data[0]?.contents).toContain("Submitted via FixMyStreet");
  });

  async function siteWith(key: string) {
    const endpoint = "/t/exampleshire/open311/v2/";
    return new FixMyStreet({ fetch: world.fetch, endpoint, key, now: world.clock.now });
  }

  async function report(id: number): Promise<string> {
    const reference = await site.report({
      id,
      category: "noise",
      title: "Loud music",
      detail: "It never stops",
      extra: { noiseSource: "home", nights_date: "2025-05-21", nights_until: "10.30pm" },
    });
    if (reference === undefined) throw new Error(site.failures.join("; "));
    return reference;
  }

  async function idOf(reference: string): Promise<string> {
    const found = await world.ask("GET", "/processes?limit=100", { as: world.key });
    const { data } = (await found.json()) as { data: { id: string; reference: string }[] };
    return data.find((process) => process.reference === reference)?.id ?? "";
  }

  async function formOf(process: string): Promise<{ answers: Record<string, unknown> }> {
    const headers = { Accept: "application/json" };
    const path = `/documents/${process.replace("prc_", "frm_")}`;
    return (await world.ask("GET", path, { as: world.key, headers })).json() as never;
  }

  async function taskOf(process: string): Promise<string> {
    const { data } = await (
      await world.ask("GET", `/processes/${process}/tasks`, { as: world.key })
    ).json();
    return data[0].id;
  }

  const note = (process: string, contents: string) =>
    addNote(world.ctx, process, { contents, visibleToCitizen: true });
});
