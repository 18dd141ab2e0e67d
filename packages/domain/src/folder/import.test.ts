import { type Brand, type DraftDefinition, Problem, SchemaSet } from "@guildhall/contract";
import { findConnector, findDataset } from "@guildhall/store";
import { listAudit } from "../audit/list.ts";
import { editServiceDraft } from "../service-draft/edit.ts";
import { getServiceDraft } from "../service-draft/get.ts";
import { listDraftRevisions } from "../service-draft/revisions.ts";
import { undoServiceDraft } from "../service-draft/undo.ts";
import { createWorld, exampleshire, noise, type World } from "../testing.ts";
import type { FolderContents } from "./contents.ts";
import { exportService, exportTenant } from "./export.ts";
import { approveFolderImport, getFolderImport, planFolderImport } from "./import.ts";

const nothing: FolderContents = {
  brands: [],
  connectors: [],
  datasets: [],
  schemas: [],
  targets: [],
  services: [],
  withdrawn: [],
  drafts: [],
};
const renamed = { ...noise, title: "Report a noise" };
const tariffs = { id: "tariffs", columns: ["pest", "price"], rows: [["rats", "68"]] };

describe("an import of a folder", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const mayCall = (url: string) => !url.includes("inside");
  const plan = (contents: Partial<FolderContents>, ctx = world.ctx) =>
    planFolderImport(
      ctx,
      async () => ({ contents: { ...nothing, ...contents }, digest: "d", hasTenant: false }),
      mayCall,
    );
  const approve = (id: string, ctx = world.ctx) => approveFolderImport(ctx, id, { mayCall });
  const draft = async () => (await getServiceDraft(world.ctx, "noise")).definition;
  const code = (asked: Promise<unknown>) =>
    asked.then(
      () => "none",
      (problem: Problem) => problem.code,
    );

  it("says what it would do, and does nothing before somebody approves", async () => {
    const { changes, leftOut, state } = await plan({ services: [renamed], datasets: [tariffs] });

    expect({ state, leftOut }).toEqual({ state: "planned", leftOut: [] });
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      "“Report a noise” is live in version 1. It stays so, and a draft begins beside it.",
      "The table “tariffs” is new here.",
    ]);
    expect(changes[0]?.differences.map(({ sentence }) => sentence)).toEqual([
      "The title of the service is now “Report a noise”.",
    ]);
    expect(await code(draft())).toBe("not-found");
    expect(await findDataset(world.ctx.db, "tariffs")).toBeUndefined();
  });

  it("does all that it said once it is approved, and leaves what is live as it is", async () => {
    const { id } = await plan({ services: [renamed], datasets: [tariffs] });
    const done = await approve(id);

    expect(done).toMatchObject({ state: "approved", approvedBy: "Guildhall" });
    expect(await draft()).toEqual(renamed);
    expect(await findDataset(world.ctx.db, "tariffs")).toEqual(tariffs);
    const live = await exportService(world.ctx, "noise");
    expect(live.services[0]?.title).toBe(noise.title);
    expect(await getFolderImport(world.ctx, id)).toEqual(done);
    const { data } = await listAudit(world.ctx, { limit: 100 });
    expect(data).toContainEqual(
      expect.objectContaining({
        type: "folder.imported",
        subject: id,
        data: { changes: 2, parts: ["service/noise", "dataset/tariffs"] },
      }),
    );
  });

  it("is one change of a draft that is there, which can be undone", async () => {
    await approve((await plan({ services: [renamed] })).id);
    const again = await plan({ drafts: [{ ...renamed, title: "Noise" }] });
    expect(again.changes[0]?.sentence).toBe(
      "The draft of “Noise” will say what the folder says. That is one change, which can be undone.",
    );
    await approve(again.id);

    expect((await draft()).title).toBe("Noise");
    const { data } = await listDraftRevisions(world.ctx, "noise", { limit: 10 });
    expect(data[0]).toMatchObject({ kind: "replaced" });
    await undoServiceDraft(world.ctx, "noise");
    expect((await draft()).title).toBe("Report a noise");
  });

  it("changes nothing where all is here as the folder says", async () => {
    const { contents } = await exportTenant(world.ctx);
    const { changes, leftOut, unchanged } = await plan(contents);
    expect({ changes, leftOut, unchanged }).toEqual({ changes: [], leftOut: [], unchanged: 3 });
  });

  it("is refused when something that it would change was changed since, and changes nothing else", async () => {
    await approve((await plan({ services: [renamed] })).id);
    const { id } = await plan({ services: [{ ...noise, title: "Noise" }], datasets: [tariffs] });
    const edits = [{ act: "set" as const, at: "/summary", to: "About noise" }];
    await editServiceDraft(world.ctx, "noise", { edits, since: 1 });

    expect(await code(approve(id))).toBe("precondition-failed");
    expect(await findDataset(world.ctx.db, "tariffs")).toBeUndefined();
    expect((await draft()).title).toBe("Report a noise");
  });

  it("does nothing at all where one part of it cannot be stored", async () => {
    const twice = { ...tariffs, rows: [...tariffs.rows, ...tariffs.rows] };
    const { id } = await plan({ services: [renamed], datasets: [twice] });
    await expect(approve(id)).rejects.toThrow();
    expect(await code(draft())).toBe("not-found");
    expect((await getFolderImport(world.ctx, id)).state).toBe("planned");
  });

  it("is approved once, and within a day", async () => {
    const { id } = await plan({ services: [renamed] });
    await approve(id);
    expect(await code(approve(id))).toBe("invalid-transition");
    const late = await plan({ services: [noise], datasets: [tariffs] });
    world.clock.move(86_400_000);
    expect(await code(approve(late.id))).toBe("not-found");
    expect(await code(getFolderImport(world.ctx, late.id))).toBe("not-found");
  });

  it("leaves connections to those who look after them, and never takes one that leads inside", async () => {
    const designer = world.as({ scopes: ["services:read", "services:write"] });
    const connector = (address: string) => {
      const [known] = exampleshire.connectors;
      if (!known) throw new Error("There is no connector to begin from");
      return { ...known, id: "works", name: "works", address };
    };
    const asked = await plan({ connectors: [connector("https://works.example/")] }, designer);
    const inside = await plan({ connectors: [connector("https://inside.example/")] });
    expect([asked, inside].map(({ leftOut }) => leftOut[0]?.sentence)).toEqual([
      "The connection “works” is not taken. Whoever looks after the connections to back offices has to import it.",
      "The connection “works” is not taken. Its address https://inside.example/ may not be called from here.",
    ]);

    const { id, changes } = await plan({ connectors: [connector("https://works.example/")] });
    expect(changes[0]?.sentence).toBe(
      "The connection “works” is new here. Its credential has to be set before anything can be sent.",
    );
    expect(await code(approve(id, designer))).toBe("scope-missing");
    await approve(id);
    expect((await findConnector(world.ctx.db, "works"))?.definition.name).toBe("works");
  });

  it("leaves what would be live at once to those who may change what is live", async () => {
    const designer = world.as({ scopes: ["services:read", "services:write"] });
    const brand = { ...exampleshire.brands[0]?.brand, id: "other", name: "Other" } as Brand;
    const schema = { id: "bs7666", main: "a.xsd", files: { "a.xsd": "<a/>" }, rules: [] };
    const schemas = [SchemaSet.parse({ ...schema, namespaces: {} })];
    const asked = { brands: [{ brand }], datasets: [tariffs], schemas };
    const { changes, leftOut } = await plan(asked, designer);
    const why =
      "is not taken. It would be live at once, so whoever looks after the connections to back offices has to import it.";
    expect([changes, leftOut.map(({ sentence }) => sentence)]).toEqual([
      [],
      [
        `The brand “Other” ${why}`,
        `The table “tariffs” ${why}`,
        `The set of XML schemas “bs7666” ${why}`,
      ],
    ]);
    const { id } = await plan(asked);
    expect(await code(approve(id, designer))).toBe("scope-missing");
    expect((await approve(id)).changes).toHaveLength(3);
  });

  it("is planned one at a time, also after one that could not be opened", async () => {
    const given = { contents: nothing, digest: "d", hasTenant: false };
    let go = () => {};
    const opened = new Promise<void>((resolve) => {
      go = resolve;
    });
    const first = planFolderImport(world.ctx, () => opened.then(() => given), mayCall);
    expect(await code(plan({}))).toBe("busy");
    go();
    await first;
    const refusal = () => Promise.reject(new Problem("request-invalid"));
    expect(await code(planFolderImport(world.ctx, refusal, mayCall))).toBe("request-invalid");
    expect((await plan({})).state).toBe("planned");
  });

  it("is kept beside the four before it, and no others", async () => {
    const ids: string[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      ids.push((await plan({})).id);
      world.clock.move(1000);
    }
    const seen = await Promise.all(ids.map((id) => code(getFolderImport(world.ctx, id))));
    expect(seen).toEqual(["not-found", "none", "none", "none", "none", "none"]);
  });

  it("has nothing of a sandbox whole, which anybody may have a key of", async () => {
    const { ctx } = world;
    const sandbox = { ...ctx, tenant: { ...ctx.tenant, sandboxOf: "shire" } };
    expect(await code(exportTenant(sandbox))).toBe("scope-missing");
    expect((await exportService(sandbox, "noise")).services).toHaveLength(1);
  });

  it("says what of a folder is not taken, and why", async () => {
    const made: DraftDefinition = { ...noise, title: "Noise" };
    const ended = { definition: { ...noise, id: "bins" }, words: { text: "Ring us." } };
    const { leftOut, changes } = await plan({
      services: [renamed],
      drafts: [made],
      withdrawn: [ended, { ...ended, definition: noise }],
    });
    expect(leftOut.map(({ sentence }) => sentence)).toEqual([
      "The folder has “Report a noise” both live and in the making. What is in the making is taken; what is live there is not.",
      "“Report a noise nuisance” was withdrawn where the folder comes from, so it is not begun here.",
      "“Report a noise nuisance” was withdrawn where the folder comes from, and is live here. Withdraw it here if it should end too.",
    ]);
    expect(changes.map(({ title }) => title)).toEqual(["Noise"]);
  });

  it.each([
    ["planned", () => plan({}, world.as({ scopes: ["services:read"] }))],
    ["approved", () => approve("imp_x", world.as({ scopes: ["services:read"] }))],
    ["seen", () => getFolderImport(world.as({ scopes: ["services:write"] }), "imp_x")],
    ["exported", () => exportTenant(world.as({ scopes: [] }))],
    ["exported in part", () => exportService(world.as({ scopes: [] }), "noise")],
  ])("is not %s by somebody who may not", async (_, ask) => {
    expect(await code(ask())).toBe("scope-missing");
  });
});
