import { startProcess } from "../process/start.ts";
import { trackProcess } from "../process/track.ts";
import { sampleAnswers, type World } from "../testing.ts";
import { openInformation } from "./open.ts";
import { type Asking, createAsking, question, reason } from "./test-asking.ts";

describe("one more thing to be answered", () => {
  let on: Asking;
  let world: World;
  let process: string;
  beforeEach(async () => {
    on = await createAsking();
    ({ world, process } = on);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is a form of its own, with what was said before to be put right", async () => {
    const { id } = await on.ask({ questions: [question] });
    const opened = await on.open(id);
    expect(opened.form.pages[0]?.questions.map((one) => one.id)).toEqual([question, "ownQuestion"]);
    expect(opened.draft).toMatchObject({
      answers: { [question]: sampleAnswers[question] },
      token: expect.any(String),
    });
  });

  it("is opened by nobody but the citizen", async () => {
    const { id: request } = await on.ask();
    const grant = { generation: 1, connector: "back-office" };
    for (const only of [undefined, { process, grant }])
      await expect(openInformation(world.as({ only }), { process, request })).rejects.toMatchObject(
        { code: "not-found" },
      );
    const other = await world.start();
    await expect(on.open(request, other.id)).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = world.as({ only: { process: other.id } });
    await expect(openInformation(elsewhere, { process: other.id, request })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is a form that begins no process, whatever its token may do", async () => {
    const { id } = await on.ask();
    const { draft } = await on.open(id);
    const holder = world.as({ only: { draft: draft.id }, scopes: ["processes:write"] });
    const begun = startProcess(holder, { service: draft.service, answers: sampleAnswers });
    await expect(begun).rejects.toMatchObject({ code: "not-found" });
  });

  it("is followed on the tracking page by whoever holds the token alone", async () => {
    const { id } = await on.ask();
    const own = on.citizen({ process }, ["processes:read"]);
    const { information, timeline } = await trackProcess(own, on.reference);
    expect(information).toEqual({ id, respondBy: "2025-06-06" });
    expect(timeline[0]).toMatchObject({
      title: "We asked you for one more thing",
      text: "You can answer until 6 June 2025.",
    });
    const anyone = await trackProcess(world.as({ scopes: [] }), on.reference);
    expect(anyone.information).toBeUndefined();
    expect(JSON.stringify(anyone)).not.toContain(reason);
    expect(JSON.stringify(anyone)).not.toContain("one more thing");
  });
});
