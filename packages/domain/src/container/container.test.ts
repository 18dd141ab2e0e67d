import type { Container, Location } from "@guildhall/contract";
import { takeInChange } from "../back-office/take-in.ts";
import { loadMessage } from "../message/load.ts";
import { addNote } from "../note/add.ts";
import { listEvents } from "../process/events.ts";
import { acceptCase, createWorld, noise, type World } from "../testing.ts";
import { getContainer } from "./get.ts";
import { updateContainer } from "./update.ts";

describe("what is known of a process", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    await acceptCase(world, "CASE-1");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const known = (ctx = world.ctx) => getContainer(ctx, process);
  const update = (container: Container) => updateContainer(world.as({}), process, container);
  const see = (changeKey: string, container: Container, agoMs = 0) => {
    const at = new Date(world.clock.now() - agoMs);
    const seen = { reference: "CASE-1", changeKey, container, at };
    return takeInChange(world.ctx, "back-office", seen);
  };
  /** What is known of a report whose form asks for a place. */
  const knownWithSpot = async (spot: Location) => {
    const [first, ...rest] = noise.form.pages;
    if (!first) throw new Error("The noise form has pages");
    const asked = { id: "spot", type: "location", label: "Where?", required: true } as const;
    const pages = [{ ...first, questions: [...first.questions, asked] }, ...rest];
    await world.publish({ form: { ...noise.form, pages }, location: "spot" });
    return getContainer(world.ctx, (await world.start({ spot })).id);
  };
  const changes = async () =>
    (await world.told(process)).filter((type) => type === "container.changed").length;
  const ada = { name: "Ada Byron", email: "ada@example.com" };

  it("is at first what the citizen answered", async () => {
    expect(await known()).toEqual({ submitter: ada });
  });

  it("has the place that the citizen named, where the form asks for no address", async () => {
    const spot = { latitude: 51.489366, longitude: -0.119926, easting: 530_625, northing: 178_388 };
    const answered = { ...spot, description: "By the gate", postcode: "SE1 7PB", uprn: "42" };
    expect((await knownWithSpot(answered)).location).toEqual({
      address: "By the gate, SE1 7PB",
      uprn: "42",
    });
    expect((await knownWithSpot(spot)).location).toEqual({ address: "530625, 178388" });
  });

  it("is what was said last, field by field", async () => {
    await update({ submitter: { phone: "01223 457000" }, flags: { emergency: true } });
    await update({ submitter: { phone: "01223 457001" }, location: { uprn: "10009" } });
    expect(await known()).toEqual({
      submitter: { ...ada, phone: "01223 457001" },
      location: { uprn: "10009" },
      flags: { emergency: true },
    });
  });

  it("comes from the back office that is asked, too", async () => {
    await see("1", { flags: { contaminated: true } });
    expect(await known()).toEqual({ submitter: ada, flags: { contaminated: true } });
  });

  it("is not turned back by what comes out of order", async () => {
    await see("2", { flags: { emergency: true } });
    await see("1", { flags: { emergency: false } }, 60_000);
    expect(await known()).toMatchObject({ flags: { emergency: true } });
  });

  it.each<[string, Container]>([
    ["the same", { submitter: { name: "Ada Byron" } }],
    ["the same in capitals", { submitter: { name: "ADA  BYRON" } }],
    ["nothing", {}],
  ])("is told to nobody when %s is said again", async (_, container) => {
    await update(container);
    expect(await changes()).toBe(0);
    expect(await known()).toEqual({ submitter: ada });
  });

  it("is told of by the names of the fields, and nothing that is in them", async () => {
    await update({ submitter: { email: "ada@new.example" } });
    const [row] = (await listEvents(world.ctx, process)).data.slice(-1);
    expect(row).toMatchObject({ type: "container.changed", data: { fields: ["submitter.email"] } });
  });

  it("sends messages on to where the citizen asked for them", async () => {
    await update({ submitter: { email: "somebody@else.example" } });
    const note = { contents: "We called.", visibleToCitizen: true };
    await addNote(world.as({}), process, note);
    const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
    const loaded = ticket && (await loadMessage(world.ctx, ticket));
    expect(loaded?.to).toBe("ada@example.com");
  });

  it("keeps what can be read of a back office that writes nonsense", async () => {
    const long = { submitter: { name: "x".repeat(999) }, flags: { emergency: true } };
    await see("1", long);
    expect(await known()).toEqual({ submitter: ada, flags: { emergency: true } });
  });

  it("shows the citizen no flags", async () => {
    await update({ flags: { emergency: true } });
    const citizen = world.as({
      actor: { kind: "citizen", id: process, name: "You" },
      only: { process },
      scopes: ["documents:read"],
    });
    expect(await known(citizen)).toEqual({ submitter: ada });
  });

  it("is for those who may read the form, and changed by those who may work the case", async () => {
    await expect(known(world.as({ scopes: ["tasks:write"] }))).rejects.toMatchObject({
      code: "scope-missing",
    });
    await expect(
      updateContainer(world.as({ scopes: ["documents:read"] }), process, {}),
    ).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("is of no process but one's own", async () => {
    const other = world.as({ only: { process: "prc_other" } });
    await expect(known(other)).rejects.toMatchObject({ code: "not-found" });
    await expect(updateContainer(other, process, {})).rejects.toMatchObject({ code: "not-found" });
  });
});
