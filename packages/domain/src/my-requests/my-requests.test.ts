import { sealAddress } from "@guildhall/keys";
import { insertProcess, transact } from "@guildhall/store";
import type { Context } from "../context.ts";
import { asPlatform } from "../context.ts";
import { startProcess } from "../process/start.ts";
import { openTracking } from "../process/track.ts";
import { createSandboxes } from "../sandbox/sandboxes.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { lastKey } from "../testing/drafts.ts";
import { createWorld, lastLetter, noise, sampleAnswers, type World } from "../testing.ts";
import { askForMyRequests } from "./ask.ts";
import { findMyRequests } from "./find.ts";
import { anHourMs, linkKeptMs, mostLinksInAnHour } from "./terms.ts";

const ada = "ada@example.com";

/** The sandbox of the world's council. */
async function sandboxOf({ store, groundFor, ground }: World): Promise<Context> {
  const onError = () => undefined;
  const credentialFor = async () => ({ apiKey: "of the simulator" });
  const sandboxes = createSandboxes({
    isSimulated: () => true,
    store,
    groundFor,
    credentialFor,
    onError,
  });
  return asPlatform(await sandboxes.of(ground));
}

describe("all that somebody has sent", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (ctx: Context = world.ctx, email = ada, language: "en" | "cy" = "en") =>
    askForMyRequests(ctx, { email, language });
  const linkFor = (email: string) =>
    sealAddress(world.ctx.linkSecret, { email, expiresAt: new Date(world.clock.now() + 1000) });
  const found = async (token: string, ctx: Context = world.ctx) =>
    (await findMyRequests(ctx, token)).data.map(({ reference }) => reference);
  const letters = () => world.handover.given.filter(({ kind }) => kind === "message").length;
  const lettersFor = async (work: () => Promise<unknown>) => {
    const before = letters();
    await work();
    return letters() - before;
  };

  it("is found by the link that is sent, open and ended, the newest first", async () => {
    const first = await world.start({ email: ada });
    const [task] = (await listTasks(world.ctx, first.id)).data;
    await completeTask(world.ctx, task?.id ?? "", {
      outcome: "completed",
      fields: { reason: "Done" },
    });
    world.clock.move(1000);
    const second = await world.start({ email: ada });
    await ask();
    const { data } = await findMyRequests(world.ctx, await lastKey(world));
    expect(data).toMatchObject([
      { reference: second.reference, status: "open", serviceTitle: "Report a noise nuisance" },
      { reference: first.reference, status: "completed" },
    ]);
    for (const { reference, trackingKey } of data)
      expect(await openTracking(world.ctx, reference, trackingKey)).toHaveProperty("token");
  });

  it("is found at every council, by the link of any of them", async () => {
    const other = await world.addCouncil("otherton");
    const here = await world.start({ email: ada });
    const answers = { ...sampleAnswers, email: ada };
    const there = await startProcess(other, { service: noise.id, answers });
    await ask(other);
    const token = await lastKeyOf(other);
    expect(await found(token)).toEqual([here.reference]);
    expect(await found(token, other)).toEqual([there.reference]);
  });

  /** The letter of another council lies in its own outbox. */
  async function lastKeyOf(ctx: Context): Promise<string> {
    return (await lastLetter({ ...world, ctx }))?.action?.url.split("/").at(-1) ?? "";
  }

  it("is nobody else's, whatever of the address is the same", async () => {
    await world.start({ email: ada });
    for (const other of ["ada@example.co", "da@example.com", "ada@example.com.example", "a@b.uk"])
      expect(await found(linkFor(other))).toEqual([]);
  });

  it("is not found by an index that another's address, or one that is gone, happens to share", async () => {
    const row = { service: noise.id, version: 1, stage: "received", receivedAt: world.clock.now() };
    const shared = [{ email: "bob@example.com" }, {}, { email: ada }];
    await transact(world.ctx.db, async (tx) => {
      for (const answers of shared) {
        const id = world.ctx.ids.id("prc");
        const reference = world.ctx.ids.reference("EXM");
        const findable = { email: ada };
        await insertProcess(tx, { ...row, id, reference, respondBy: null, answers, findable });
      }
    });
    expect(await found(linkFor(ada))).toHaveLength(1);
    expect(await found(linkFor("bob@example.com"))).toEqual([]);
  });

  it("is found in whatever case the address was given", async () => {
    await world.start({ email: "Ada@Example.com" });
    expect(await found(linkFor(ada))).toHaveLength(1);
  });

  it("has nothing of a request that was sent without an address", async () => {
    await world.start({ email: undefined });
    expect(await found(linkFor(ada))).toEqual([]);
  });

  it("is in the language that is asked for, where the service is offered in it", async () => {
    await world.start({ email: ada });
    await world.publish({
      welsh: { title: { of: noise.title, text: "Rhoi gwybod am sŵn" } },
    });
    await world.start({ email: ada });
    const { data } = await findMyRequests(world.ctx, linkFor(ada), "cy");
    expect(data).toMatchObject([
      { serviceTitle: "Rhoi gwybod am sŵn", language: "cy" },
      { serviceTitle: noise.title, language: "en" },
    ]);
  });

  it("is not shown for a link that is over, altered, or made up", async () => {
    await world.start({ email: ada });
    await ask();
    const token = await lastKey(world);
    const altered = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
    for (const wrong of [altered, "", "x", ada])
      await expect(findMyRequests(world.ctx, wrong)).rejects.toMatchObject({ code: "not-found" });
    world.clock.move(linkKeptMs - 1);
    expect(await found(token)).toHaveLength(1);
    world.clock.move(1);
    await expect(findMyRequests(world.ctx, token)).rejects.toMatchObject({ code: "not-found" });
  });

  it("leads to the platform's own address, whatever domain a council names, and in its language", async () => {
    const { tenant } = world.ctx;
    await ask({ ...world.ctx, tenant: { ...tenant, domains: ["forms.example"] } }, ada, "cy");
    const letter = await lastLetter(world);
    expect(letter?.action?.url).toMatch(
      /^https:\/\/guildhall\.test\/c\/exampleshire\/cy\/my-requests\/[\w-]{40,}$/,
    );
    expect(letter).toMatchObject({
      to: ada,
      language: "cy",
      facts: { subject: "Eich dolen i weld eich ceisiadau" },
    });
    expect(letter?.action?.url).not.toContain(encodeURIComponent(ada));
    expect(letter?.action?.url).not.toContain(Buffer.from(ada).toString("base64url"));
  });

  it("sends a letter to whoever asks, known or not, and a few in an hour to one address", async () => {
    for (let at = 0; at < mostLinksInAnHour; at += 1) expect(await lettersFor(() => ask())).toBe(1);
    expect(await lettersFor(() => ask())).toBe(0);
    expect(await lettersFor(() => ask(world.ctx, "bob@example.com"))).toBe(1);
    world.clock.move(anHourMs);
    expect(await lettersFor(() => ask())).toBe(1);
  });

  it("names no address in what staff can see of the letter", async () => {
    await ask();
    const [row] = world.handover.given;
    expect(row?.id).toMatch(/^out_/);
    expect(JSON.stringify(world.handover.given)).not.toContain("ada");
  });

  it("is neither sent from a sandbox nor found in one", async () => {
    const sandbox = await sandboxOf(world);
    await startProcess(sandbox, {
      service: noise.id,
      answers: { ...sampleAnswers, email: ada },
    });
    expect(await lettersFor(() => ask(sandbox))).toBe(0);
    expect(await found(linkFor(ada), sandbox)).toEqual([]);
    await expect(findMyRequests(sandbox, "x")).rejects.toMatchObject({ code: "not-found" });
  });
});
