import { insertProcess, transact } from "@guildhall/store";
import { colleague, createWorld, publishForPhones, sampleAnswers, type World } from "../testing.ts";
import { searchCases } from "./search.ts";

describe("searchCases", () => {
  let world: World;
  let first: string;
  let second: string;
  let reference: string;
  beforeAll(async () => {
    world = await createWorld();
    ({ id: first, reference } = await world.start());
    ({ id: second } = await world.start({ email: "Grace@example.com", fullName: "Mary Byron" }));
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const found = async (search: object) =>
    (await searchCases(world.ctx, { limit: 20, ...search })).data.map(({ id }) => id);

  it("finds what somebody is known by, newest first, however it is written", async () => {
    expect(await found({ surname: " BYRON " })).toEqual([second, first]);
    expect(await found({ surname: "Byron", limit: 1 })).toEqual([second]);
    expect(await found({ email: "grace@EXAMPLE.com" })).toEqual([second]);
    expect(await found({ reference })).toEqual([first]);
  });

  it.each([
    ["phone", "+44 (0)1223 457-000", ["01223457000", "(01223) 457 000", "0044 1223 457000"]],
    ["surname", "Siobh\u00e1n O\u2019D\u00e1laigh", ["O'Dalaigh", "ODALAIGH", "o d\u00e1laigh"]],
    ["surname", "Jan van der Berg-M\u00fcller", ["van der Berg-Muller", "berg\u2010m\u00fcller"]],
  ])("finds the %s %s however it is written", async (kind, kept, asked) => {
    await using own = await createWorld();
    await publishForPhones(own);
    const said = kind === "phone" ? { phone: kept } : { fullName: kept };
    const { id } = await own.start(said);
    for (const value of asked) {
      const { data } = await searchCases(own.ctx, { [kind]: value, limit: 20 });
      expect([value, data.map((one) => one.id)]).toEqual([value, [id]]);
    }
    const [other] = asked.map((value) => `${value}1`);
    expect((await searchCases(own.ctx, { [kind]: other, limit: 20 })).data).toEqual([]);
  });

  it("holds all that is given to be right", async () => {
    expect(await found({ surname: "Byron", email: "ada@example.com" })).toEqual([first]);
    expect(await found({ reference, surname: "Hopper" })).toEqual([]);
    expect(await found({ reference, surname: "byron" })).toEqual([first]);
    expect(await found({ reference, service: ["rubbish"] })).toEqual([]);
    expect(await found({ reference, status: "closed" })).toEqual([]);
    expect(await found({ surname: "Byron", service: ["rubbish"] })).toEqual([]);
    expect(await found({ surname: "Byron", status: "open", service: ["noise"] })).toHaveLength(2);
    expect(await found({ phone: "01223 457000" })).toEqual([]);
    expect(await found({ reference: "EXM-2222-2222" })).toEqual([]);
  });

  it("shows nobody whose value only shares an index", async () => {
    const eve = { email: "eve@example.com" };
    const row = { id: "prc_eve", reference: "EXM-EVE", service: "noise", version: 1 };
    const arrived = { stage: "received", receivedAt: 1, respondBy: null };
    await transact(world.ctx.db, (tx) =>
      insertProcess(tx, { ...row, ...arrived, answers: sampleAnswers, findable: eve }),
    );
    expect(await found(eve)).toEqual([]);
  });

  it("finds nothing for a token of one process, by nothing, or in another council", async () => {
    await expect(
      searchCases(world.as({ only: { process: first } }), { reference, limit: 1 }),
    ).rejects.toMatchObject({ code: "scope-missing" });
    for (const search of [{}, { email: "  " }])
      await expect(found(search)).rejects.toMatchObject({ code: "request-invalid" });
    const elsewhere = await world.addCouncil("elsewhere");
    expect(await searchCases(elsewhere, { reference, limit: 1 })).toEqual({ data: [] });
    expect(await searchCases(await colleague(world), { reference, limit: 1 })).toMatchObject({
      data: [{ id: first }],
    });
  });
});
