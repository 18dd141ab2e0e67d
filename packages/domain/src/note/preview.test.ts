import { startProcess } from "../process/start.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing/world.ts";
import { previewNote } from "./preview.ts";

const showMessage: Parameters<typeof previewNote>[3]["showMessage"] = ({ words, facts }) => ({
  from: "",
  subject: words.subject,
  paragraphs: [words.text],
  details: Object.entries(facts).map(([label, value]) => ({ label, value })),
  link: "",
  footer: [],
  text: "",
  sms: words.sms ?? "",
});

describe("previewNote", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());
  const preview = (id: string) =>
    previewNote(world.ctx, id, { contents: "We come on Monday" }, { showMessage });

  it("is the message that would be written, by the channel that would be taken, and sends nothing", async () => {
    const { id, reference } = await world.start();
    const owed = await world.owed(id);
    const { channel, message } = await preview(id);
    expect([channel, message?.kind]).toEqual(["email", "note-added"]);
    expect(message?.details).toEqual(
      expect.arrayContaining([
        { label: "note", value: "We come on Monday" },
        { label: "author", value: world.ctx.actor.name },
        { label: "reference", value: reference },
        { label: "name", value: "Ada Byron" },
      ]),
    );
    expect(await world.owed(id)).toEqual(owed);
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
