import { partAt } from "@guildhall/builder";
import { type RecipePart, ServiceDefinition, type ServiceDraft } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { publishService } from "../service/publish.ts";
import { withdrawService } from "../service/withdraw.ts";
import { beginServiceDraft } from "../service-draft/begin.ts";
import { discardServiceDraft } from "../service-draft/discard.ts";
import { publishServiceDraft } from "../service-draft/publish.ts";
import { replaceServiceDraft } from "../service-draft/replace.ts";
import { takeInLive } from "../service-draft/take-in.ts";
import { undoServiceDraft } from "../service-draft/undo.ts";
import { applyTenant } from "../tenant/apply.ts";
import { createWorld, edit, exampleshire, maker, noise, set, type World } from "../testing.ts";
import { adoptRecipe } from "./adopt.ts";
import { confirmPart, getAdoption } from "./adoption.ts";
import { Cookbook } from "./cookbook.ts";
import { shareRecipe } from "./share.ts";
import { upgradeRecipe } from "./upgrade.ts";

const source = "/form/pages/noise/questions/noiseSource";
const law = "/retention/lawfulBasis";
const parts: RecipePart[] = [
  { at: law, may: "locked" },
  { at: source, may: "locked" },
  { at: "/summary", may: "locked" },
  { at: "/target", may: "must-change", why: "Say how soon you answer." },
];
const refused = { code: "recipe-part-locked" };
const byHand = { ...refused, faults: [{ pointer: "/adopted" }] };

describe("what a recipe locks", () => {
  let world: World;
  let author: Context;
  let adopter: Context;
  beforeEach(async () => {
    world = await createWorld();
    author = maker(world, "Grace");
    adopter = await world.addCouncil("othershire");
    await share(parts);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const share = (said: RecipePart[]) =>
    shareRecipe(author, { service: "noise", news: "New.", withMappings: false, parts: said });
  const adopt = () => adoptRecipe(adopter, "noise", { service: "din" });
  /** The service as it would be published, with the law of the adopter's own where that is said. */
  const whole = ({ definition }: ServiceDraft, lawfulBasis = "Public task") =>
    ServiceDefinition.parse({
      ...definition,
      mappings: noise.mappings,
      target: { ...noise.target, text: "In a day." },
      retention: { ...definition.retention, lawfulBasis },
    });
  const change = ({ revision }: ServiceDraft, at: string, to: unknown, ctx = adopter) =>
    edit(ctx, { service: "din", since: revision }, set(at, to));
  const ways = (definition: ServiceDefinition) => {
    const { id: service, ...said } = definition;
    return [
      () => publishService(adopter, definition),
      () => beginServiceDraft(adopter, { service, definition: said }),
      () => replaceServiceDraft(adopter, { service, definition: said }),
    ];
  };

  it("stays so where the service is published for the first time", async () => {
    const draft = await adopt();
    await expect(publishService(adopter, whole(draft, "None"))).rejects.toMatchObject({
      ...refused,
      faults: [{ pointer: law }],
    });
    const { adopted: _, ...own } = whole(draft);
    await expect(publishService(adopter, own)).rejects.toMatchObject(byHand);
    expect(await publishService(adopter, whole(draft))).toMatchObject({ created: true });
  });

  it("is not published around what is left to decide", async () => {
    const draft = await adopt();
    const undecided = { ...whole(draft), target: noise.target };
    await expect(publishService(adopter, undecided)).rejects.toMatchObject({
      code: "request-invalid",
      faults: [
        { pointer: "/target", code: "recipe-part-undecided", detail: "Say how soon you answer." },
      ],
    });
    await confirmPart(adopter, "din", { at: "/target" });
    expect(await publishService(adopter, undecided)).toMatchObject({ created: true });
  });

  it("is of no service that says by itself that it comes from a recipe", async () => {
    const forged = { ...noise, id: "mine", adopted: { recipe: "noise", version: 99 } };
    for (const way of ways(forged)) await expect(way()).rejects.toMatchObject(byHand);
    const draft = await adopt();
    await discardServiceDraft(adopter, "din");
    for (const way of ways(whole(draft))) await expect(way()).rejects.toMatchObject(byHand);
  });

  it("stays so after the service was withdrawn", async () => {
    const draft = await adopt();
    await publishService(adopter, whole(draft));
    await discardServiceDraft(adopter, "din");
    await withdrawService(adopter, "din");
    for (const way of ways(whole(draft, "None")))
      await expect(way()).rejects.toMatchObject(refused);
    const { adopted: _, ...own } = whole(draft, "None");
    for (const way of ways(own)) await expect(way()).rejects.toMatchObject(byHand);
    expect(await publishService(adopter, whole(draft))).toMatchObject({ created: true });
  });

  it("stays so when what is live is taken in", async () => {
    const draft = await adopt();
    await publishService(adopter, whole(draft));
    const { tenant } = adopter;
    const put = (live: ServiceDefinition) =>
      applyTenant(
        world.store,
        { ...exampleshire, tenant, services: [live] },
        { actor: author.actor, now: world.clock.now() },
      );
    const take = (...at: string[]) =>
      takeInLive(adopter, "din", { decisions: at.map((one) => ({ at: one, take: "theirs" })) });
    await put(whole(draft, "None"));
    await expect(take("/mappings", "/target", law)).rejects.toMatchObject(refused);
    await put({ ...whole(draft), adopted: { recipe: "noise", version: 2 } });
    await expect(take("/mappings", "/target", "/adopted")).rejects.toMatchObject(byHand);
  });

  it("is as in the recipe that was before where an upgrade is taken back", async () => {
    await adopt();
    await share([]);
    const upgraded = await upgradeRecipe(adopter, "din", { decisions: [] });
    const other = { ...adopter, actor: { kind: "staff", id: "per_ada", name: "Ada" } as const };
    await change(upgraded, law, "None", other);
    await expect(undoServiceDraft(adopter, "din")).rejects.toMatchObject({
      ...refused,
      faults: [{ pointer: law }],
    });
    await undoServiceDraft(other, "din");
    expect(partAt((await undoServiceDraft(adopter, "din")).definition, law)).toBe("Public task");
  });

  describe("in Welsh", () => {
    const asked = "form.questions.noiseSource.label";
    const of = "Where does the noise come from?";
    const title = { of: noise.title, text: "Sŵn" };
    const own = { of: noise.summary, text: "Ein crynodeb." };
    beforeEach(async () => {
      await world.publish({ welsh: { title, [asked]: { of, text: "O ble?" } } });
      await share(parts);
    });

    it("stays as its author has it, where its author has any", async () => {
      const draft = await adopt();
      await expect(change(draft, `/welsh/${asked}/text`, "Ble?")).rejects.toMatchObject({
        ...refused,
        faults: [{ pointer: `/welsh/${asked}` }],
      });
      await expect(change(draft, "/welsh", { title })).rejects.toMatchObject(refused);
      const renamed = await change(draft, "/welsh/title/text", "Twrw");
      const first = await change(renamed, "/welsh/summary", own);
      const again = await change(first, "/welsh/summary/text", "Arall.");
      expect(partAt(again.definition, "/welsh/summary/text")).toBe("Arall.");
    });

    it("is its author’s from the version on that has any", async () => {
      const draft = await adopt();
      await change(draft, "/welsh/summary", own);
      const theirs = { of: noise.summary, text: "Crynodeb." };
      await world.publish({
        welsh: { title, [asked]: { of, text: "O ble?" }, summary: theirs },
      });
      await share(parts);
      const { definition } = await upgradeRecipe(adopter, "din", { decisions: [] });
      expect(partAt(definition, "/welsh/summary")).toEqual(theirs);
    });
  });

  it("is done and stays done where the directory cannot note who has taken what", async () => {
    class Silent extends Cookbook {
      override note(): Promise<void> {
        return Promise.reject(new Error("The directory is busy."));
      }
    }
    adopter = { ...adopter, cookbook: new Silent(world.store.directory, world.clock.now) };
    const draft = await adopt();
    expect(await publishService(adopter, whole(draft))).toMatchObject({ created: true });
    await withdrawService(adopter, "din");
    await share([]);
    await upgradeRecipe(adopter, "din", { decisions: [] });
    await discardServiceDraft(adopter, "din");
    const again = await adoptRecipe(adopter, "noise", { service: "loud" });
    const since = { service: "loud", since: again.revision };
    await edit(adopter, since, set("/mappings", noise.mappings));
    await publishServiceDraft(adopter, { service: "loud", summary: "First." });
    expect(await getAdoption(adopter, "loud")).toMatchObject({ live: 2 });
  });
});
