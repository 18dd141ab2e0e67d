import { addNote } from "../note/add.ts";
import { startProcess } from "../process/start.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { mobile, publishForPhones } from "../testing/phones.ts";
import { createWorld, type World } from "../testing.ts";
import { loadMessageRow } from "./load.ts";

const onPhone = { email: undefined as never, phone: mobile };

describe("the channel of a message", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const messages = async (process: string) =>
    (await world.owed(process)).filter(({ kind }) => kind === "message");
  async function only(process: string) {
    const [row, ...others] = await messages(process);
    if (!row || others.length > 0) throw new Error("There is not one message");
    const loaded = await loadMessageRow(world.ctx, { ...row, frozen: false });
    return { row, loaded };
  }

  it("is e-mail alone where there is an address, though there is a mobile too", async () => {
    await publishForPhones(world);
    const { id } = await world.start({ phone: mobile });
    const { row, loaded } = await only(id);
    expect(row.destination).toBe("email");
    expect(loaded?.textTo).toBeUndefined();
  });

  it("is a text where there is a mobile and no address", async () => {
    await publishForPhones(world);
    const { id } = await world.start(onPhone);
    const { row, loaded } = await only(id);
    expect(row.destination).toBe("sms");
    expect(loaded).toMatchObject({ to: "+447700900111", textTo: "+447700900111" });
    expect(loaded?.words.sms).toContain("we have your request “((serviceTitle))”");
  });

  it("is in the service's own words for a phone where it has them", async () => {
    const started = { subject: "s", text: "t", sms: "Ours: ((reference))" };
    await publishForPhones(world, { messages: { started } });
    const { id } = await world.start(onPhone);
    expect((await only(id)).loaded?.words.sms).toBe("Ours: ((reference))");
  });

  it("is none where a message has no words at all", async () => {
    await publishForPhones(world, { messages: {} });
    const { id } = await world.start(onPhone);
    expect(await messages(id)).toEqual([]);
  });

  it("is none where the number takes no texts", async () => {
    await publishForPhones(world);
    const { id } = await world.start({ ...onPhone, phone: "01223 457000" });
    expect(await messages(id)).toEqual([]);
  });

  it("is none where the council sends no texts", async () => {
    await publishForPhones(world, {}, { letterTemplate: "984252fe-b7c1-4c4d-9f2b-c5c1a1e6b1a0" });
    const { id } = await world.start(onPhone);
    expect(await messages(id)).toEqual([]);
  });

  it("is that of all that comes after, notes as well as steps", async () => {
    const step = { id: "hello", kind: "message", subject: "Hello", text: "We begin." } as const;
    await publishForPhones(world, { steps: [step, ...noise.steps] });
    const { id } = await world.start(onPhone);
    await addNote(world.as({}), id, { contents: "I called", visibleToCitizen: true });
    const rows = await messages(id);
    expect(rows.map(({ purpose, destination }) => [purpose, destination])).toEqual([
      ["started", "sms"],
      ["step-message", "sms"],
      ["note-added", "sms"],
    ]);
    const [, ofStep] = rows;
    const loaded = ofStep && (await loadMessageRow(world.ctx, { ...ofStep, frozen: false }));
    expect(loaded?.words.sms).toBe("((councilName)): Hello\nWe begin.");
  });

  it("is in Welsh with our words where the service's own are in English alone", async () => {
    const started = { subject: "s", text: "t", sms: "English only" };
    const welsh = { title: { of: noise.title, text: "Rhoi gwybod am sŵn" } };
    await publishForPhones(world, { messages: { started }, welsh });
    const { email: _, ...answers } = sampleAnswers;
    const given = { service: noise.id, answers: { ...answers, phone: mobile } };
    const { id } = await startProcess(world.ctx, { ...given, language: "cy" });
    expect((await only(id)).loaded?.words.sms).toContain("mae eich cais “((serviceTitle))” gennym");
  });
});
