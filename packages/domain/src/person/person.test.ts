import type { Person } from "@guildhall/contract";
import { addStaff, createWorld, lastLetter, signInByLink, type World } from "../testing.ts";
import { addPerson } from "./add.ts";
import { changePerson, endSessions, removePerson } from "./change.ts";
import { getPerson, listPeople } from "./list.ts";

const unknown = "per_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("a tenant's people", () => {
  let world: World;
  let admin: Person;
  beforeEach(async () => {
    world = await createWorld();
    admin = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const grace = {
    name: "Grace Hopper",
    email: "grace@example.com",
    roles: ["viewer" as const],
    teams: ["Noise team"],
  };
  const refusal = (code: string, fault?: string) =>
    expect.objectContaining({
      code,
      ...(fault === undefined ? {} : { faults: [expect.objectContaining({ code: fault })] }),
    });

  it("are added with a letter that says where to sign in, and lets nobody in by itself", async () => {
    const added = await addPerson(world.ctx, grace);
    expect(added).toEqual({ id: added.id, ...grace, active: true });
    expect(await getPerson(world.ctx, added.id)).toEqual(added);
    expect(await lastLetter(world)).toMatchObject({
      to: "grace@example.com",
      action: { url: "https://guildhall.test/console/exampleshire/" },
    });
  });

  it("have an address each", async () => {
    await addPerson(world.ctx, grace);
    await expect(addPerson(world.ctx, grace)).rejects.toEqual(
      refusal("request-invalid", "already-known"),
    );
  });

  it("are added once, though the request comes twice", async () => {
    const request = { id: "console/people/key-1", digest: "body-1" };
    const first = await addPerson(world.as({ request }), grace);
    expect(await addPerson(world.as({ request }), grace)).toEqual(first);
    expect((await listPeople(world.ctx, { limit: 9 })).data).toHaveLength(2);
  });

  it("are listed part by part, in the order they were added", async () => {
    const added = await addPerson(world.ctx, grace);
    const first = await listPeople(world.ctx, { limit: 1 });
    expect(first).toEqual({ data: [admin], nextCursor: admin.id });
    expect(await listPeople(world.ctx, { limit: 1, cursor: first.nextCursor })).toEqual({
      data: [added],
    });
  });

  it("are changed as they are asked to be, and in nothing else", async () => {
    const { id, email } = await addPerson(world.ctx, grace);
    const changed = await changePerson(world.ctx, id, { roles: ["caseworker", "designer"] });
    expect(changed).toEqual({
      id,
      email,
      name: "Grace Hopper",
      active: true,
      roles: ["caseworker", "designer"],
      teams: ["Noise team"],
    });
    expect(await changePerson(world.ctx, id, { name: "G. Hopper" })).toMatchObject({
      roles: changed.roles,
      name: "G. Hopper",
    });
  });

  it("are not changed where the precondition refuses them as they are", async () => {
    const refuse = (current: Person) => {
      expect(current).toEqual(admin);
      throw new Error("changed since");
    };
    const change = changePerson(world.ctx, admin.id, { name: "Other" }, refuse);
    await expect(change).rejects.toThrow("changed since");
    expect(await getPerson(world.ctx, admin.id)).toEqual(admin);
  });

  it.each([
    ["lose the role", { roles: ["viewer" as const] }],
    ["stop being active", { active: false }],
  ])("keep one who lets people in: the last cannot %s", async (_, input) => {
    await addPerson(world.ctx, grace);
    await expect(changePerson(world.ctx, admin.id, input)).rejects.toEqual(
      refusal("invalid-transition", "last-admin"),
    );
    expect(await getPerson(world.ctx, admin.id)).toEqual(admin);
    await addStaff(world.ctx, ["tenant-admin"], "Second Admin");
    await changePerson(world.ctx, admin.id, input);
  });

  it("keep one who lets people in: the last cannot be removed", async () => {
    await expect(removePerson(world.ctx, admin.id)).rejects.toEqual(refusal("invalid-transition"));
    const second = await addStaff(world.ctx, ["tenant-admin"], "Second Admin");
    await changePerson(world.ctx, second.id, { active: false });
    await expect(removePerson(world.ctx, admin.id)).rejects.toEqual(refusal("invalid-transition"));
    await changePerson(world.ctx, second.id, { active: true });
    await removePerson(world.ctx, admin.id);
    await expect(getPerson(world.ctx, admin.id)).rejects.toEqual(refusal("not-found"));
  });

  it("can be changed at the same moment, and one who lets people in is left", async () => {
    const second = await addStaff(world.ctx, ["tenant-admin"], "Second Admin");
    const both = await Promise.allSettled(
      [admin, second].map(({ id }) => changePerson(world.ctx, id, { roles: ["viewer"] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("include no administrator of the platform where the tenant does not run it", async () => {
    const roles = ["platform-admin" as const];
    const add = addPerson(world.ctx, { ...grace, roles });
    await expect(add).rejects.toEqual(refusal("request-invalid", "role-not-here"));
    await expect(changePerson(world.ctx, admin.id, { roles })).rejects.toEqual(
      refusal("request-invalid", "role-not-here"),
    );
  });

  it("are signed out when they stop being active, are removed, or are told to", async () => {
    const person = await addStaff(world.ctx, ["viewer"], "Vera Viewer");
    const bearer = async () => (await signInByLink(world, person)).token;
    const first = await bearer();
    await endSessions(world.ctx, person.id);
    expect(await world.bearing(first)).toBeUndefined();
    const second = await bearer();
    await changePerson(world.ctx, person.id, { active: false });
    await changePerson(world.ctx, person.id, { active: true });
    expect(await world.bearing(second)).toBeUndefined();
    const third = await bearer();
    await removePerson(world.ctx, person.id);
    expect(await world.bearing(third)).toBeUndefined();
  });

  it("that there are not are not found", async () => {
    for (const ask of [getPerson, removePerson, endSessions])
      await expect(ask(world.ctx, unknown)).rejects.toEqual(refusal("not-found"));
    await expect(changePerson(world.ctx, unknown, {})).rejects.toEqual(refusal("not-found"));
  });

  it("are for those to see and to change who may", async () => {
    const reader = world.as({ scopes: ["people:read"] });
    for (const refused of [
      () => addPerson(reader, grace),
      () => changePerson(reader, admin.id, {}),
      () => removePerson(reader, admin.id),
      () => endSessions(reader, admin.id),
      () => listPeople(world.as({ scopes: ["people:write"] }), { limit: 1 }),
      () => getPerson(world.as({ scopes: ["people:write"] }), admin.id),
    ])
      await expect(refused()).rejects.toEqual(refusal("scope-missing"));
  });
});

describe("the people of whoever runs the platform", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are made its administrators, and stop being so, only by one", async () => {
    const tenant = { ...world.ctx.tenant, kind: "shared-service" as const };
    const platform = { ...world.ctx, tenant };
    const tenantAdmin = { ...platform, scopes: new Set(["people:write"] as const) };
    const roles = ["platform-admin" as const];
    await expect(addStaff(tenantAdmin, roles)).rejects.toMatchObject({ code: "scope-missing" });
    const { id } = await addStaff(platform, roles);
    await addStaff(platform, ["tenant-admin"], "Second Admin");
    for (const refused of [
      () => changePerson(tenantAdmin, id, { roles: ["viewer"] }),
      () => changePerson(tenantAdmin, id, { active: false }),
      () => removePerson(tenantAdmin, id),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "scope-missing" });
    await changePerson(platform, id, { roles: ["viewer"] });
  });
});
