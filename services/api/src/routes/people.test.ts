import type { CurrentPerson, Person } from "@guildhall/contract";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const grace = { name: "Grace Hopper", email: "grace@council.example", roles: ["viewer"] };
const unknown = "per_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("people", () => {
  let world: ApiWorld;
  let admin: string;
  let adminPerson: Person;
  beforeAll(async () => {
    world = await createApiWorld();
    adminPerson = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
  });
  beforeEach(async () => {
    // Time for another letter, and another address for each test.
    world.clock.move(3_600_000);
    grace.email = `grace.${world.clock.now()}@council.example`;
    admin = (await signInByLink(world, adminPerson)).token;
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const as = (token: string) => ({ as: token });
  const add = async (json: unknown = grace) => world.ask("POST", "/people", { as: admin, json });
  const added = async (): Promise<Person> => (await add()).json();
  const codeOf = async (response: Response) => (await response.json()).code;

  it("are added, found, listed, changed and removed", async () => {
    const response = await add();
    const person: Person = await response.json();
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(
      `https://guildhall.test/t/exampleshire/v1/people/${person.id}`,
    );
    const path = `/people/${person.id}`;
    expect(await (await world.ask("GET", path, as(admin))).json()).toEqual(person);
    const list = await (await world.ask("GET", "/people?limit=1", as(admin))).json();
    expect(list).toMatchObject({ data: [{ name: "Ann Admin" }], nextCursor: list.data[0].id });
    const changing = { as: admin, json: { roles: ["designer"] } };
    const changed = await world.ask("PATCH", path, changing);
    expect(await changed.json()).toEqual({ ...person, roles: ["designer"] });
    expect((await world.ask("DELETE", path, as(admin))).status).toBe(204);
    expect((await world.ask("GET", path, as(admin))).status).toBe(404);
  });

  it("are added once under one Idempotency-Key", async () => {
    const headers = { "Idempotency-Key": "the-same-key-twice" };
    const send = () => world.ask("POST", "/people", { as: admin, json: grace, headers });
    const [first, second] = [await send(), await send()];
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  it("are changed only as they were read, where that is asked for", async () => {
    const person = await added();
    const path = `/people/${person.id}`;
    const etag = (await world.ask("GET", path, as(admin))).headers.get("etag") ?? "";
    const change = (name: string) =>
      world.ask("PATCH", path, { as: admin, json: { name }, headers: { "If-Match": etag } });
    expect((await change("First")).status).toBe(200);
    const late = await change("Second");
    expect(late.status).toBe(412);
    expect(await codeOf(late)).toBe("precondition-failed");
  });

  it.each([
    ["a role that there is not", { roles: ["owner"] }, "/roles/0"],
    ["no role", { roles: [] }, "/roles"],
    ["a role twice", { roles: ["viewer", "viewer"] }, "/roles"],
    ["a role that is not to be had here", { roles: ["platform-admin"] }, "/roles"],
    ["no e-mail address", { email: "grace" }, "/email"],
    ["two addresses in one", { email: "a@b.test\r\nBcc: c@d.test" }, "/email"],
    ["more than there is", { active: true }, "/active"],
  ])("are not added with %s", async (_, changed, pointer) => {
    const response = await add({ ...grace, ...changed });
    expect(response.status).toBe(422);
    expect((await response.json()).errors[0].pointer).toBe(pointer);
  });

  it("keep one who can let people in", async () => {
    const path = `/people/${adminPerson.id}`;
    for (const refused of [
      await world.ask("PATCH", path, { as: admin, json: { active: false } }),
      await world.ask("DELETE", path, as(admin)),
    ]) {
      expect(refused.status).toBe(409);
      expect(await codeOf(refused)).toBe("invalid-transition");
    }
  });

  it("are signed out everywhere", async () => {
    const person = await added();
    const { token } = await signInByLink(world, person);
    expect((await world.ask("GET", "/people/current", as(token))).status).toBe(200);
    const ended = await world.ask("DELETE", `/people/${person.id}/sessions`, as(admin));
    expect(ended.status).toBe(204);
    world.clock.move(1000);
    expect((await world.ask("GET", "/people/current", as(token))).status).toBe(401);
  });

  it("see who they are, where, and what they may do", async () => {
    const { token } = await signInByLink(world, await added());
    const me: CurrentPerson = await (await world.ask("GET", "/people/current", as(token))).json();
    expect(me).toMatchObject({
      ...grace,
      tenant: { id: "exampleshire", name: "Exampleshire District Council" },
      scopes: ["documents:read", "events:read", "notes:read", "processes:read", "tasks:read"],
    });
  });

  it("do what their roles allow, and lose it within a second of a role's being taken away", async () => {
    const started = await world.start();
    const person = await (await add({ ...grace, roles: ["caseworker"] })).json();
    const { token } = await signInByLink(world, person);
    const json = { contents: "Seen on site", visibleToCitizen: false };
    const note = () => world.ask("POST", `/processes/${started.id}/notes`, { as: token, json });
    const noted = await note();
    expect(noted.status).toBe(201);
    expect(await noted.json()).toMatchObject({ author: "Grace Hopper" });
    await world.ask("PATCH", `/people/${person.id}`, { as: admin, json: { roles: ["viewer"] } });
    world.clock.move(1000);
    expect(await codeOf(await note())).toBe("scope-missing");
  });

  it.each<[string, string, unknown?]>([
    ["GET", "/people"],
    ["POST", "/people", { ...grace }],
    ["GET", `/people/${unknown}`],
    ["PATCH", `/people/${unknown}`, {}],
    ["DELETE", `/people/${unknown}`],
    ["DELETE", `/people/${unknown}/sessions`],
    ["PUT", "/sign-in/credential", { clientSecret: "eight or more" }],
    ["GET", "/sign-in/credential"],
  ])("are for administrators: %s %s is not for a caseworker", async (method, path, json) => {
    const person = await (await add({ ...grace, roles: ["caseworker"] })).json();
    const { token } = await signInByLink(world, person);
    const response = await world.ask(method, path, { as: token, json });
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe("scope-missing");
  });

  it.each([["GET"], ["PATCH"], ["DELETE"]])(
    "that there are not are not found by %s",
    async (method) => {
      const json = method === "PATCH" ? { json: {} } : {};
      const response = await world.ask(method, `/people/${unknown}`, { as: admin, ...json });
      expect(response.status).toBe(404);
    },
  );

  it("of another council are nobody here", async () => {
    const other = await world.addCouncil("otherton");
    const foreign = await addStaff(other, ["tenant-admin"]);
    expect((await world.ask("GET", `/people/${foreign.id}`, as(admin))).status).toBe(404);
    const response = await world.fetch("/t/otherton/v1/people", {
      headers: { Authorization: `Bearer ${admin}` },
    });
    expect(response.status).toBe(401);
  });
});
