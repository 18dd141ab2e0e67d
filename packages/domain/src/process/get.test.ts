import { Process } from "@guildhall/contract";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, type World } from "../testing.ts";
import { getProcess } from "./get.ts";
import { listProcesses } from "./list.ts";

describe("processes", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are shown with their stage in words and where each delivery stands", async () => {
    const { id, reference } = await world.start();
    expect(Process.parse(await getProcess(world.ctx, id))).toEqual({
      id,
      reference,
      service: "noise",
      serviceVersion: 1,
      serviceTitle: "Report a noise nuisance",
      channel: "api",
      status: "open",
      stage: { id: "received", title: "Received", text: "We have your request." },
      receivedAt: "2025-05-22T09:00:00.000Z",
      updatedAt: "2025-05-22T09:00:00.000Z",
      respondBy: "2025-05-28T09:00:00.000Z",
      destinations: [
        { connector: "back-office", name: "environmental health", state: "queued", attempts: 0 },
      ],
    });
  });

  it("keep the words of the version they began with", async () => {
    const { id } = await world.start();
    await world.publish({ title: "Noise", stages: [{ id: "received", title: "In our in-tray" }] });
    expect(await getProcess(world.ctx, id)).toMatchObject({
      serviceVersion: 1,
      serviceTitle: "Report a noise nuisance",
      stage: { title: "Received" },
    });
  });

  it("are listed newest first, a part at a time", async () => {
    const started = [await world.start(), await world.start(), await world.start()];
    const newestFirst = started.map(({ id }) => id).toReversed();
    const first = await listProcesses(world.ctx, { limit: 2 });
    expect(first.data.map(({ id }) => id)).toEqual(newestFirst.slice(0, 2));
    const rest = await listProcesses(world.ctx, { limit: 2, cursor: first.nextCursor });
    expect(rest.data.map(({ id }) => id)).toEqual(newestFirst.slice(2));
    expect(rest).not.toHaveProperty("nextCursor");
  });

  it("are listed by service and by status", async () => {
    const [ended, open] = [await world.start(), await world.start()];
    const [task] = (await listTasks(world.ctx, ended.id)).data;
    await updateTask(world.ctx, task?.id ?? "", { externalStatus: "CLOSED" });
    const ids = async (query: { service?: string[]; status?: "open" | "completed" }) =>
      (await listProcesses(world.ctx, { limit: 10, ...query })).data.map(({ id }) => id);
    expect(await ids({ status: "open" })).toEqual([open.id]);
    expect(await ids({ status: "completed" })).toEqual([ended.id]);
    expect(await ids({ service: ["noise"] })).toEqual([open.id, ended.id]);
    expect(await ids({ service: ["fly-tipping"] })).toEqual([]);
  });

  it("are not listed for whoever has a token for one of them", async () => {
    const { id } = await world.start();
    const citizen = world.as({ only: { process: id } });
    await expect(listProcesses(citizen, { limit: 10 })).rejects.toMatchObject({
      code: "scope-missing",
    });
  });
});
