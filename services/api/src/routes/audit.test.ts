import type { AuditEvent } from "@guildhall/contract";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("the audit trail over the API", () => {
  let world: ApiWorld;
  let admin: string;
  let process: string;
  beforeEach(async () => {
    world = await createApiWorld();
    const person = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    admin = (await signInByLink(world, person)).token;
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const read = async (query = ""): Promise<{ data: AuditEvent[]; nextCursor?: string }> =>
    (await world.ask("GET", `/audit${query}`, { as: admin })).json();

  it("tells everything that happened and who did it, the latest first", async () => {
    const { data } = await read();
    expect(data[0]).toMatchObject({ type: "process.started", process, subject: process });
    expect(data[0]?.actor).toEqual({ kind: "platform", id: "platform", name: "Guildhall" });
    expect(data[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(data.map(({ type }) => type)).toContain("service.published");
  });

  it("is read a part at a time, by type, actor, process and time", async () => {
    const first = await read("?limit=1");
    const rest = await read(`?limit=100&cursor=${first.nextCursor}`);
    expect(rest.data[0]?.seq).toBe((first.data[0]?.seq ?? 0) - 1);
    const types = async (query: string) => (await read(query)).data.map(({ type }) => type);
    expect(await types("?type=process.started")).toEqual(["process.started"]);
    expect(await types(`?process=${process}`)).toEqual(["process.started"]);
    expect(await types("?actor=nobody")).toEqual([]);
    expect(await types("?after=2025-05-22T09:00:00.001Z")).toEqual([]);
    expect(await types("?before=2025-05-22T09:00:00.000Z")).toEqual([]);
    expect(await types("?before=2025-05-22T09:00:00.001Z&limit=1")).toEqual(["process.started"]);
  });

  it.each(["type=nothing", "after=yesterday", "cursor=abc", "limit=1000"])(
    "is not read by %s",
    async (query) => {
      const response = await world.ask("GET", `/audit?${query}`, { as: admin });
      expect(response.status).toBe(422);
    },
  );

  it("is verified from its first event to its last", async () => {
    const verified = await (await world.ask("GET", "/audit/verification", { as: admin })).json();
    const [last] = (await read("?limit=1")).data;
    expect(verified).toMatchObject({ holds: true, events: last?.seq, hash: last?.hash });
  });

  it("is signed as far as it has come", async () => {
    const taken = await (await world.ask("GET", "/audit/checkpoint", { as: admin })).json();
    const [last] = (await read("?limit=1")).data;
    expect(taken).toMatchObject({ tenant: "exampleshire", seq: last?.seq, hash: last?.hash });
    expect(taken.signed.split(".")).toHaveLength(3);
    expect((await world.ask("GET", "/audit/checkpoint", { as: world.key })).status).toBe(403);
  });

  it("is had as a spreadsheet", async () => {
    const headers = { Accept: "text/csv" };
    const response = await world.ask("GET", "/audit?type=process.started", { as: admin, headers });
    const [heading, first] = (await response.text()).split("\r\n");
    expect(heading).toBe("seq,at,type,process,subject,actorKind,actor,actorName,data,hash");
    expect(first).toContain(process);
  });

  it("is nothing that a key could be given", async () => {
    const response = await world.ask("GET", "/audit", { as: world.key });
    expect(response.status).toBe(403);
  });
});
