import { findOutbox } from "@guildhall/store";
import { refuseMessage } from "../message/settle.ts";
import { createSteppingWorld, deliver, email, look, type Stepping } from "../process/test-steps.ts";
import { trackProcess } from "../process/track.ts";
import type { World } from "../testing.ts";
import { beginDelivery } from "./begin.ts";
import { loadDelivery } from "./load.ts";
import { settleDelivery } from "./settle.ts";

describe("a step that does not come to pass", () => {
  let world: World;
  let on: Stepping;
  beforeEach(async () => {
    on = await createSteppingWorld();
    world = on.world;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function refuse(id: string) {
    const ticket = world.handover.given.find(({ kind }) => kind === "delivery");
    const owed = (await world.owed(id)).find(({ kind }) => kind === "delivery");
    if (!ticket || !owed) throw new Error("Nothing was handed over");
    const loaded = await loadDelivery(world.ctx, { ...ticket, id: owed.id });
    if (!loaded) throw new Error("It cannot be loaded");
    await beginDelivery(world.ctx, { ...ticket, id: owed.id }, "{}");
    const outcome = { outcome: "refused", code: "no-such-kind" } as const;
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
    return (await world.owed(id)).find(({ kind }) => kind === "delivery");
  }

  it("is held and calls a person where its service says nothing", async () => {
    const { id } = await on.begin([deliver, look]);
    expect(await refuse(id)).toMatchObject({ state: "refused" });
    expect(await world.told(id)).toContain("delivery.refused");
    expect(await on.open(id)).toEqual(["Look into it"]);
  });

  it("is left where its service goes on without it: nobody is called, and nothing untrue is said", async () => {
    const { id, reference } = await on.begin([
      { ...deliver, onFailure: { action: "go-on" } },
      look,
    ]);
    expect(await refuse(id)).toMatchObject({ state: "handled", lastCode: "no-such-kind" });
    expect(await world.told(id)).toEqual(["process.started", "delivery.handled"]);
    expect(await trackProcess(world.ctx, reference)).toMatchObject({
      delivery: { state: "received", text: "We have your request." },
    });
  });

  it("is a team's task with its days where its service says so, and nobody else is called", async () => {
    const onFailure = { action: "task", team: "Contact centre", dueWorkingDays: 1 } as const;
    const { id } = await on.begin([{ ...deliver, onFailure }, look]);
    expect(await refuse(id)).toMatchObject({ state: "refused" });
    const task = (await on.tasks(id)).find(({ step }) => step === "mend-delivery");
    expect(task).toMatchObject({
      title: "See to the delivery to environmental health",
      team: "Contact centre",
    });
    expect(task?.dueAt).not.toBeNull();
    expect(await world.told(id)).toEqual([
      "process.started",
      "delivery.refused",
      "delivery.handed-over",
    ]);
  });

  it.each([
    [undefined, "held", "message.held", undefined],
    ["go-on", "handled", undefined, undefined],
    ["task", "held", "message.held", "Tell the person: a message could not be sent"],
  ] as const)("leaves a message as %s", async (action, state, told, title) => {
    const onFailure = action && { onFailure: { action } };
    const { id } = await on.begin([{ ...email, ...onFailure }, look]);
    const owed = (await world.owed(id)).find(({ purpose }) => purpose === "step-message");
    const row = await findOutbox(world.ctx.db, owed?.id ?? "");
    if (!row) throw new Error("Nothing is owed");
    await refuseMessage(world.ctx, { row }, "wording-unusable");
    expect(await findOutbox(world.ctx.db, row.id)).toMatchObject({ state });
    expect((await world.told(id)).filter((type) => type === "message.held")).toEqual(
      told ? [told] : [],
    );
    expect(await on.open(id)).toEqual(["Look into it", ...(title ? [title] : [])]);
  });
});
