import { addNote, completeTask, listNotes, listTasks } from "@guildhall/domain";
import { UpdateReceivedRule, UpdatesRule } from "../testing/open311/rules.ts";
import { createOpen311World, type Fields, type Open311World } from "../testing/open311/world.ts";

const path = "/servicerequestupdates.json";

describe("Open311 updates", () => {
  let world: Open311World;
  let process: { id: string; reference: string };
  beforeEach(async () => {
    world = await createOpen311World();
    process = await world.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("tell what the citizen was told, and no word that is for staff", async () => {
    await note("Beware of the dog.", false);
    await note("Seen.");
    expect(await read()).toEqual([
      {
        update_id: expect.stringMatching(/^not_/),
        service_request_id: process.reference,
        status: "unchanged",
        updated_datetime: "2025-05-22T09:00:00Z",
        description: "Seen.",
        media_url: "",
      },
    ]);
  });

  it.each([
    ["completed", "fixed"],
    ["closed", "no_further_action"],
    ["referred", "not_councils_responsibility"],
  ] as const)("say of a process that ended as %s that it is %s", async (outcome, status) => {
    const { data } = await listTasks(world.ctx, process.id);
    await completeTask(world.ctx, data[0]?.id ?? "", { outcome, fields: {} });
    expect(await read()).toMatchObject([{ status, external_status_code: "done" }]);
  });

  it("are those of the last day where no time is named", async () => {
    await note("old");
    world.clock.move(86_400_000 + 1000);
    await note("new");
    expect(await read()).toMatchObject([{ description: "new" }]);
    expect(await read("?start_date=2025-05-22")).toHaveLength(2);
  });

  it("miss nothing between windows that only touch, in whole seconds", async () => {
    const written: string[] = [];
    const seen = new Map<string, string>();
    let from = second();
    for (let at = 0; at < 30; at += 1) {
      world.clock.move(173);
      written.push(`${at}`);
      await note(`${at}`);
      world.clock.move(59);
      const to = second();
      for (const { update_id, description } of await read(`?start_date=${from}&end_date=${to}`))
        seen.set(update_id, description);
      from = to;
    }
    expect([...seen.values()]).toEqual(written);
  });

  it("become a note that the citizen sees, with who wrote it and what they made of it", async () => {
    const said = await send({
      update_id: "9",
      status: "FIXED",
      description: "It has stopped.",
      first_name: "Grace",
      last_name: "Hopper",
      email: "grace@example.com",
      media_url: "https://fms.test/a.jpg",
    });
    const { data } = await listNotes(world.ctx, process.id);
    expect(data).toMatchObject([
      {
        id: said,
        author: "Acme Case Systems",
        visibleToCitizen: true,
        contents:
          "It has stopped.\n\nMedia: https://fms.test/a.jpg\n\nStatus given: fixed\n\nFrom Grace Hopper",
      },
    ]);
  });

  it("name nobody who would rather not be named", async () => {
    await send({
      update_id: "9",
      description: "Loud.",
      first_name: "Grace",
      public_anonymity_required: "TRUE",
    });
    expect((await listNotes(world.ctx, process.id)).data).toMatchObject([{ contents: "Loud." }]);
  });

  it("count once by their update_id, each request for itself", async () => {
    const first = await send({ update_id: "9", description: "Loud." });
    world.clock.move(1_800_000);
    expect(await send({ update_id: "9", description: "Loud (edited)." })).toBe(first);
    process = await world.start();
    expect(await send({ update_id: "9", description: "Loud." })).not.toBe(first);
  });

  it.each<[string, Fields, number]>([
    ["without a request", { service_request_id: "" }, 400],
    ["of a request that is none", { service_request_id: "EXM-2222-2222" }, 404],
    ["of what cannot be one", { service_request_id: "../x" }, 404],
    ["without an update_id", { update_id: "" }, 400],
    ["without a word", { description: "" }, 400],
    ["with too many", { description: "x".repeat(4001) }, 400],
  ])("are refused %s", async (_, fields, status) => {
    expect(await world.refused(path, { ...whole(), ...fields })).toMatchObject({ status });
    expect((await listNotes(world.ctx, process.id)).data).toEqual([]);
  });

  it("are refused to a key that may not, and on a process that has ended", async () => {
    const reader = await world.keyFor("processes:read");
    expect(await world.refused(path)).toMatchObject({ status: 403 });
    expect(await world.refused(path, undefined, { as: reader })).toMatchObject({ status: 403 });
    expect(await world.refused(path, whole(), { as: reader })).toMatchObject({ status: 403 });
    const { data } = await listTasks(world.ctx, process.id);
    await completeTask(world.ctx, data[0]?.id ?? "", { outcome: "closed", fields: {} });
    expect(await world.refused(path, whole())).toEqual({
      status: 400,
      said: ["This process has ended"],
    });
  });

  const whole = (): Fields => ({
    service_request_id: process.reference,
    update_id: "9",
    description: "Loud.",
  });
  const note = (contents: string, visibleToCitizen = true) =>
    addNote(world.ctx, process.id, { contents, visibleToCitizen });
  const read = (query = "") => world.get(`${path}${query}`, UpdatesRule, world.key);
  const second = () => `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`;

  async function send(fields: Fields): Promise<string> {
    const sent = { service_request_id: process.reference, ...fields };
    const [{ update_id }] = await world.post(path, sent, UpdateReceivedRule);
    return update_id;
  }
});
