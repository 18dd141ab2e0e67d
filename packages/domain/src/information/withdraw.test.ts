import type { World } from "../testing.ts";
import { listInformation } from "./list.ts";
import { type Asking, createAsking } from "./test-asking.ts";
import { withdrawInformation } from "./withdraw.ts";

describe("one more thing that is withdrawn", () => {
  let on: Asking;
  let world: World;
  let process: string;
  beforeEach(async () => {
    on = await createAsking();
    ({ world, process } = on);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is over, twice as once, and can be asked again", async () => {
    const { id: request } = await on.ask();
    const once = await withdrawInformation(on.staff(), { process, request });
    expect(once).toMatchObject({ state: "withdrawn" });
    expect(await withdrawInformation(on.staff(), { process, request })).toEqual(once);
    expect((await world.told(process)).at(-1)).toBe("information.withdrawn");
    expect(await on.ask()).toMatchObject({ state: "open" });
  });

  it("is not what was answered, what is another's, or a citizen's to withdraw", async () => {
    const { id: request } = await on.ask();
    const other = await world.start();
    await expect(
      withdrawInformation(on.staff(), { process: other.id, request }),
    ).rejects.toMatchObject({ code: "not-found" });
    const own = on.citizen({ process }, ["notes:write"]);
    await expect(withdrawInformation(own, { process, request })).rejects.toMatchObject({
      code: "scope-missing",
    });
    await on.answer(request, { ownQuestion: "a" });
    await expect(withdrawInformation(on.staff(), { process, request })).rejects.toMatchObject({
      code: "information-ended",
      faults: [{ code: "answered" }],
    });
  });

  it("is so by itself where the process ends, and nobody is written to of it", async () => {
    const { id } = await on.ask();
    const draft = await on.draft();
    await on.finish();
    expect((await listInformation(on.staff(), process)).data).toMatchObject([
      { state: "withdrawn" },
    ]);
    expect(await on.latest()).toMatchObject({ row: { purpose: "completed" } });
    await expect(on.answer(id, { ownQuestion: "a" }, draft)).rejects.toMatchObject({
      code: "information-ended",
    });
  });
});
