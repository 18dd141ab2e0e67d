import type { Context } from "../context.ts";
import { startProcess } from "../process/start.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { colleague, createWorld, type World } from "../testing.ts";
import { previewNote } from "./preview.ts";

const showMessage: Parameters<typeof previewNote>[3]["showMessage"] = ({
  words,
  facts,
  track,
}) => ({
  from: "",
  subject: words.subject,
  paragraphs: [words.text],
  details: Object.entries(facts).map(([label, value]) => ({ label, value })),
  link: track?.key ?? "",
  footer: [],
  text: "",
  sms: words.sms ?? "",
});

describe("previewNote", () => {
  let world: World;
  let olive: Context;
  beforeEach(async () => {
    world = await createWorld();
    olive = await colleague(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());
  const preview = (id: string) =>
    previewNote(olive, id, { contents: "We come on Monday" }, { showMessage });

  it("is the message that would be written, by the channel that would be taken, and sends nothing", async () => {
    const { id, reference } = await world.start();
    const owed = await world.owed(id);
    const { channel, message } = await preview(id);
    expect([channel, message?.kind]).toEqual(["email", "note-added"]);
    expect(message?.details).toEqual(
      expect.arrayContaining([
        { label: "note", value: "We come on Monday" },
        { label: "author", value: olive.actor.name },
        { label: "reference", value: reference },
        { label: "name", value: "Ada Byron" },
      ]),
    );
    expect(await world.owed(id)).toEqual(owed);
  });

  it("leads nobody to the request as its citizen", async () => {
    const { id, trackingKey } = await world.start();
    const { message } = await preview(id);
    expect(message?.link).toBe("preview");
    expect(JSON.stringify(message)).not.toContain(trackingKey);
  });

  it("is shown to no key, since it names the citizen", async () => {
    const { id } = await world.start();
    const asked = previewNote(world.as({}), id, { contents: "a" }, { showMessage });
    await expect(asked).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("is nothing where whoever sent it left no way to be written to", async () => {
    const { email: _, ...answers } = sampleAnswers;
    const { id } = await startProcess(world.ctx, { service: noise.id, answers });
    expect(await preview(id)).toEqual({});
  });

  it("is refused where the process has ended", async () => {
    const { id } = await world.start();
    const [task] = (await listTasks(world.ctx, id)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    await expect(preview(id)).rejects.toMatchObject({ code: "process-closed" });
  });
});
