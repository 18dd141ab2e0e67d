import { completeTask, listTasks, updateTask } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { RequestsRule, TokenRule } from "../testing/open311/rules.ts";
import { createOpen311World, type Open311World } from "../testing/open311/world.ts";

const dayMs = 86_400_000;

describe("Open311 requests", () => {
  let world: Open311World;
  beforeEach(async () => {
    world = await createOpen311World();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("say how far they have got", async () => {
    const { id, reference } = await world.start();
    const [request] = await list();
    expect(request).toMatchObject({
      service_request_id: reference,
      status: "open",
      status_notes: "Received: We have your request.",
      service_name: "Report a noise nuisance",
      service_code: "noise",
      agency_responsible: "Exampleshire District Council",
      requested_datetime: "2025-05-22T09:00:00Z",
      updated_datetime: "2025-05-22T09:00:00Z",
      expected_datetime: expect.stringMatching(/^2025-05-/),
      address: null,
    });
    world.clock.move(90_500);
    await updateTask(world.ctx, await taskOf(id), { stage: "visit" });
    expect(await list()).toMatchObject([
      { status_notes: "A visit is arranged", updated_datetime: "2025-05-22T09:01:30Z" },
    ]);
    world.clock.move(90_500);
    await completeTask(world.ctx, await taskOf(id), { outcome: "closed", fields: {} });
    expect(await list()).toMatchObject([
      { status: "closed", updated_datetime: "2025-05-22T09:03:01Z", expected_datetime: null },
    ]);
  });

  it("are found by id, service, status and time, newest first", async () => {
    const first = await world.start();
    world.clock.move(100 * dayMs);
    const second = await world.start();
    world.clock.move(dayMs);
    const third = await world.start();
    await completeTask(world.ctx, await taskOf(third.id), { outcome: "completed", fields: {} });
    const [one, two, three] = [first.reference, second.reference, third.reference];

    expect(await found("")).toEqual([three, two]);
    expect(await found("status=open")).toEqual([two]);
    expect(await found("status=open,closed")).toEqual([three, two]);
    expect(await found("status=")).toEqual([three, two]);
    expect(await found("service_code=noise,other")).toEqual([three, two]);
    expect(await found("service_code=other")).toEqual([]);
    expect(await found(`service_request_id=${one},${three}&status=open`)).toEqual([three, one]);
    expect(await found("start_date=2025-05-22T09:00:00Z&end_date=2025-06-01")).toEqual([one]);
    expect(await found("end_date=2025-05-22T09:00:00Z")).toEqual([one]);
    expect(await found("end_date=2025-05-22T10:00:00%2B01:00")).toEqual([one]);
    expect(await found("end_date=2025-05-22T10:00:00+01:00")).toEqual([one]);
    expect(await found("end_date=2025-05-22T08:59:59Z")).toEqual([]);
    expect(await found("start_date=2025-05-22T09:00:01Z&end_date=2025-06-01")).toEqual([]);
  });

  it.each([
    ["start_date=yesterday", "start_date must be a date and time, like 2026-03-27T09:30:00Z"],
    [
      "end_date=2025-02-30T00:00:61Z",
      "end_date must be a date and time, like 2026-03-27T09:30:00Z",
    ],
    ["start_date=2025-02-02&end_date=2025-02-01", "end_date must not be before start_date"],
    [
      "start_date=2025-01-01&end_date=2025-05-01",
      "start_date and end_date must be at most 90 days apart",
    ],
    ["status=done", "status must be open, closed, or both apart by a comma"],
    [`service_request_id=${"A,".repeat(1001)}`, "Ask for at most 1000 requests at once"],
  ])("are refused for %s", async (query, said) => {
    const as = world.key;
    expect(await world.refused(`/requests.json?${query}`, undefined, { as })).toEqual({
      status: 400,
      said: [said],
    });
  });

  it("are found one by one, and each is its own token", async () => {
    const { reference } = await world.start();
    const one = await world.get(`/requests/${reference}.json`, RequestsRule, world.key);
    expect(one).toEqual(await list());
    expect(await world.get(`/tokens/${reference}.json`, TokenRule, world.key)).toEqual([
      { service_request_id: reference, token: reference },
    ]);
  });

  it("say where they are to a key that reads documents, and it is recorded", async () => {
    const [first, ...rest] = noise.form.pages;
    if (!first) throw new Error("The noise form has pages");
    const where = { id: "where", type: "address", label: "Where?", required: true } as const;
    const pages = [{ ...first, questions: [...first.questions, where] }, ...rest];
    await world.publish({ form: { ...noise.form, pages }, location: "where" });
    const place = { line1: "1 High Street", town: "Ely", postcode: "CB7 4AA", uprn: "42" };
    const { id, reference } = await world.start({ where: place });

    const path = `/requests/${reference}.json`;
    const reader = await world.keyFor("processes:read");
    expect(await world.get(path, RequestsRule, reader)).toMatchObject([{ address: null }]);
    expect(await world.told(id)).not.toContain("document.read");
    expect(await world.get(path, RequestsRule, world.key)).toMatchObject([
      { address: "1 High Street, Ely, CB7 4AA", zipcode: "CB7 4AA", address_id: "42" },
    ]);
    expect(await world.told(id)).toContain("document.read");
  });

  it("take the key in the query or in a header", async () => {
    await world.get(`/requests.json?api_key=${world.key}`, RequestsRule);
    await world.get("/requests.json", RequestsRule, world.key);
  });

  it("are refused without a key, and to one that may not read them", async () => {
    const { reference } = await world.start();
    const as = await world.keyFor("processes:write");
    for (const path of [
      "/requests.json",
      `/requests/${reference}.json`,
      `/tokens/${reference}.json`,
    ]) {
      expect(await world.refused(path)).toMatchObject({ status: 403 });
      expect(await world.refused(path, undefined, { as })).toMatchObject({ status: 403 });
    }
  });

  const list = () => world.get("/requests.json", RequestsRule, world.key);
  const found = async (query: string) =>
    (await world.get(`/requests.json?${query}`, RequestsRule, world.key)).map(
      ({ service_request_id }) => service_request_id,
    );
  const taskOf = async (id: string) => (await listTasks(world.ctx, id)).data[0]?.id ?? "";
});
