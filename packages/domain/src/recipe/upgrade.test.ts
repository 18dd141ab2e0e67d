import { partAt } from "@guildhall/builder";
import type { DraftDefinition, RecipePart, ServiceDraft } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { publishServiceDraft } from "../service-draft/publish.ts";
import { undoServiceDraft } from "../service-draft/undo.ts";
import { createWorld, edit, maker, noise, set, type World } from "../testing.ts";
import { adoptRecipe } from "./adopt.ts";
import { confirmPart, getAdoption } from "./adoption.ts";
import { shareRecipe } from "./share.ts";
import { previewUpgrade, upgradeRecipe } from "./upgrade.ts";

const pub = "/form/pages/noise/questions/pubName";
const source = "/form/pages/noise/questions/noiseSource";
const parts: RecipePart[] = [
  { at: "/retention/lawfulBasis", may: "locked" },
  { at: "/target", may: "must-change" },
];

describe("an upgrade", () => {
  let world: World;
  let author: Context;
  let city: Context;
  let shire: Context;
  beforeEach(async () => {
    world = await createWorld();
    author = maker(world, "Grace");
    city = await world.addCouncil("city");
    shire = await world.addCouncil("shire");
    await share("The first.");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const share = (news: string) =>
    shareRecipe(author, { service: "noise", news, withMappings: false, parts });
  const adopt = (ctx: Context) => adoptRecipe(ctx, "noise", { service: "din" });
  const change = (ctx: Context, { revision }: ServiceDraft, ...edits: Parameters<typeof set>[]) =>
    edit(ctx, { service: "din", since: revision }, ...edits.map(([at, to]) => set(at, to)));
  const upgrade = (ctx: Context, ...decisions: { at: string; take: "ours" | "theirs" }[]) =>
    upgradeRecipe(ctx, "din", { decisions });
  const said = ({ definition }: { definition: DraftDefinition }, ...at: string[]) =>
    at.map((path) => partAt(definition, path));

  /** The author asks for the pub by another name, explains where noise comes from, and has the law anew. */
  const renew = async () => {
    const [first, second] = noise.form.pages;
    const questions = first?.questions.map((question) => {
      if (question.id === "pubName") return { ...question, label: "Which pub?" };
      return question.id === "noiseSource"
        ? { ...question, hint: "Say your best guess." }
        : question;
    });
    const pages = [{ ...first, questions }, second] as typeof noise.form.pages;
    const retention = { ...noise.retention, lawfulBasis: "Environmental Protection Act" };
    await world.publish({ form: { ...noise.form, pages }, retention });
    await share("Names the pub plainly.");
  };

  it("is taken by two councils that have changed the recipe differently, and each keeps its own", async () => {
    const [ofCity, ofShire] = [await adopt(city), await adopt(shire)];
    await change(city, ofCity, [`${source}/label`, "Whence?"], ["/target/text", "In a day."]);
    await change(shire, ofShire, [`${pub}/label`, "Pub or club"], ["/whatHappensNext", "We ring."]);
    await renew();

    expect(await previewUpgrade(city, "din")).toMatchObject({
      from: 1,
      to: 2,
      news: [{ version: 2, news: "Names the pub plainly." }],
      conflicts: [],
    });
    const forCity = await upgrade(city);
    expect(said(forCity, `${source}/label`, `${source}/hint`, `${pub}/label`)).toEqual([
      "Whence?",
      "Say your best guess.",
      "Which pub?",
    ]);
    expect(said(forCity, "/target/text", "/retention/lawfulBasis", "/adopted/version")).toEqual([
      "In a day.",
      "Environmental Protection Act",
      2,
    ]);

    const { conflicts } = await previewUpgrade(shire, "din");
    expect(conflicts).toMatchObject([
      { at: `${pub}/label`, base: "Name of the pub", ours: "Pub or club", theirs: "Which pub?" },
    ]);
    await expect(upgrade(shire)).rejects.toMatchObject({
      code: "edit-conflict",
      conflicts: [{ at: `${pub}/label`, theirs: "Which pub?" }],
    });
    const forShire = await upgrade(shire, { at: `${pub}/label`, take: "ours" });
    expect(said(forShire, `${pub}/label`, `${source}/hint`, "/whatHappensNext")).toEqual([
      "Pub or club",
      "Say your best guess.",
      "We ring.",
    ]);
    expect(forCity.definition.title).toBe(forShire.definition.title);
  });

  it("takes what the recipe says where that was decided", async () => {
    const draft = await adopt(city);
    await change(city, draft, [`${pub}/label`, "Pub or club"]);
    await renew();
    const { definition } = await upgrade(city, { at: `${pub}/label`, take: "theirs" });
    expect(partAt(definition, `${pub}/label`)).toBe("Which pub?");
  });

  it("tells in words what it would change, and says so until it is taken", async () => {
    await adopt(city);
    await renew();
    const { taken } = await previewUpgrade(city, "din");
    expect(taken.map(({ sentence }) => sentence)).toEqual([
      "The version of its recipe is now 2.",
      "The hint of the question “Where does the noise come from?” was added: “Say your best guess.”.",
      "The label of the question “Name of the pub” is now “Which pub?”.",
      "The lawful basis is now “Environmental Protection Act”.",
    ]);
    expect(await getAdoption(city, "din")).toMatchObject({
      version: 1,
      latest: 2,
      news: [{ version: 2 }],
    });
    await upgrade(city);
    expect(await getAdoption(city, "din")).toMatchObject({ version: 2, latest: 2, news: [] });
    await expect(upgrade(city)).rejects.toMatchObject({ code: "invalid-transition" });
    expect(await previewUpgrade(city, "din")).toMatchObject({ from: 2, to: 2, taken: [] });
  });

  it("begins a draft where a service is live and nobody is making its next version", async () => {
    const draft = await adopt(city);
    await change(city, draft, ["/mappings", noise.mappings]);
    await confirmPart(city, "din", { at: "/target" });
    await publishServiceDraft(city, { service: "din", summary: "First." });
    expect(await getAdoption(city, "din")).toMatchObject({ live: 1, version: 1 });
    await renew();
    const upgraded = await upgrade(city);
    expect(upgraded).toMatchObject({ basedOn: 1, definition: { adopted: { version: 2 } } });
    expect(await getAdoption(city, "din")).toMatchObject({ live: 1, version: 2 });
    expect((await getAdoption(city, "din")).parts).toMatchObject([{}, { isConfirmed: true }]);
    await publishServiceDraft(city, { service: "din", summary: "Second." });
    expect(await getAdoption(city, "din")).toMatchObject({ live: 2 });
  });

  it("is taken back with its recipe and the locks of before", async () => {
    await adopt(city);
    await renew();
    await upgrade(city);
    const back = await undoServiceDraft(city, "din");
    expect(said(back, "/adopted/version", "/retention/lawfulBasis")).toEqual([1, "Public task"]);
    expect(await getAdoption(city, "din")).toMatchObject({ version: 1, latest: 2 });
    await expect(change(city, back, ["/retention/lawfulBasis", "None"])).rejects.toMatchObject({
      code: "recipe-part-locked",
    });
  });

  it("is for services that were adopted, and for those alone who may", async () => {
    await expect(previewUpgrade(city, "noise")).rejects.toMatchObject({ code: "not-found" });
    await expect(upgradeRecipe(city, "noise", { decisions: [] })).rejects.toMatchObject({
      code: "not-found",
    });
    const nobody = { ...city, scopes: new Set<never>() };
    await expect(previewUpgrade(nobody, "din")).rejects.toMatchObject({ code: "scope-missing" });
    await expect(upgrade(nobody)).rejects.toMatchObject({ code: "scope-missing" });
  });
});
