import type { Edit } from "@guildhall/contract";
import { issueKey } from "@guildhall/domain";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { exampleDraft, exampleEdits } from "../examples.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const label = "/form/pages/noise/questions/noiseSource/label";

describe("drafts of services over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (
    method: string,
    path: string,
    json?: unknown,
    headers: Record<string, string> = {},
  ) => world.ask(method, `/service-drafts${path}`, { as: key, json, headers });
  const begin = (json: unknown = { service: "noise" }) => ask("POST", "", json);
  const edit = (since: number, edits: Edit[], as = key) =>
    world.ask("POST", "/service-drafts/noise/edits", { as, json: { since, edits } });
  const staff = async (name: string) =>
    (await signInByLink(world, await addStaff(world.ctx, ["designer"], name))).token;

  it("begin, and say where they are and with which ETag", async () => {
    const begun = await begin({ title: "Report a broken bench" });
    expect(begun.status).toBe(201);
    const location = `${world.ground.issuer}/v1/service-drafts/report-a-broken-bench`;
    expect(begun.headers.get("location")).toBe(location);
    const read = await ask("GET", "/report-a-broken-bench");
    expect(read.headers.get("etag")).toBe(begun.headers.get("etag"));
    expect(await read.json()).toEqual(await begun.json());
    const headers = { "If-None-Match": read.headers.get("etag") ?? "" };
    expect((await ask("GET", "/report-a-broken-bench", undefined, headers)).status).toBe(304);
  });

  it("begin once, however often the same request comes", async () => {
    const headers = { "Idempotency-Key": "the-very-same-request" };
    const first = await ask("POST", "", { title: "Benches" }, headers);
    const again = await ask("POST", "", { title: "Benches" }, headers);
    expect(await again.json()).toEqual(await first.json());
    const { data } = await (await ask("GET", "?search=bench")).json();
    expect(data).toMatchObject([{ service: "benches" }]);
  });

  it("are built by edits alone, and what citizens see stays as it is", async () => {
    const { service, revision } = await (await begin({ title: "Report a broken bench" })).json();
    const json = { ...exampleEdits, since: revision };
    const edited = await ask("POST", `/${service}/edits`, json);
    expect(edited.status).toBe(200);
    const { meanwhile, ...draft } = await edited.json();
    expect(draft.definition.form.pages).toMatchObject([{ id: "bench" }]);
    expect(meanwhile).toEqual([]);
    const read = await ask("GET", `/${service}`);
    expect(read.headers.get("etag")).toBe(edited.headers.get("etag"));
    expect(await read.json()).toEqual(draft);
    expect((await world.ask("GET", `/services/${service}`)).status).toBe(404);
  });

  it("are edited once, however often the same edits come", async () => {
    const { revision } = await (await begin()).json();
    const item = { id: "more", title: "More", questions: [] };
    const json = { since: revision, edits: [{ act: "add", to: "/form/pages", item }] };
    const headers = { "Idempotency-Key": "the-very-same-edits" };
    const first = await ask("POST", "/noise/edits", json, headers);
    const again = await ask("POST", "/noise/edits", json, headers);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
  });

  it("keep what two people do to different parts, and show each the other's work", async () => {
    const [grace, ada] = [await staff("Grace"), await staff("Ada")];
    const { revision } = await (await begin()).json();
    await edit(revision, [{ act: "set", at: "/summary", to: "Noise." }], ada);
    const second = await edit(revision, [{ act: "set", at: label, to: "What makes it?" }], grace);
    const { definition, meanwhile } = await second.json();
    expect(definition).toMatchObject({ summary: "Noise." });
    expect(meanwhile).toMatchObject([{ by: "Ada", differences: [{ at: "/summary" }] }]);
  });

  it("say what stands there now where two people change the same", async () => {
    const [grace, ada] = [await staff("Grace"), await staff("Ada")];
    const { revision } = await (await begin()).json();
    await edit(revision, [{ act: "set", at: label, to: "Whose is it?" }], ada);
    const second = await edit(revision, [{ act: "set", at: label, to: "What makes it?" }], grace);
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      code: "edit-conflict",
      conflicts: [{ at: label, theirs: "Whose is it?", by: "Ada" }],
    });
  });

  it("name the edit that cannot be made", async () => {
    const { revision } = await (await begin()).json();
    const failed = await edit(revision, [
      { act: "set", at: "/summary", to: "Noise." },
      { act: "remove", at: "/form/pages/none" },
    ]);
    expect(failed.status).toBe(422);
    expect(await failed.json()).toMatchObject({ errors: [{ pointer: "/edits/1" }] });
  });

  it.each<[string, unknown]>([
    ["no edits", { since: 1, edits: [] }],
    ["too many edits", { since: 1, edits: Array(201).fill({ act: "clear", at: "/summary" }) }],
    ["an act that is none", { since: 1, edits: [{ act: "burn", at: "/summary" }] }],
    ["a path that is none", { since: 1, edits: [{ act: "clear", at: "summary" }] }],
    ["no revision", { edits: [{ act: "clear", at: "/summary" }] }],
  ])("refuse %s", async (_, json) => {
    await begin();
    const response = await ask("POST", "/noise/edits", json);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "request-invalid" });
  });

  it("may be large, and not larger than that", async () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `page-${at}`,
        title: `Page ${at}`,
        questions: Array.from({ length: 5 }, (__, one) => ({
          id: `q${at}x${one}`,
          type: "text",
          label: `Question ${one}`,
          hint: "a".repeat(1000),
        })),
      }));
    const put = (count: number, service: string) =>
      ask("PUT", `/${service}`, { ...exampleDraft, form: { pages: pages(count) } });
    expect((await put(40, "large")).status).toBe(201);
    const huge = await put(400, "huge");
    expect(huge.status).toBe(413);
    expect(await huge.json()).toMatchObject({ code: "body-too-large" });
  });

  it("are replaced only by whoever has read them", async () => {
    expect((await ask("PUT", "/benches", exampleDraft)).status).toBe(201);
    const unread = await ask("PUT", "/benches", { ...exampleDraft, title: "Seats" });
    expect(await unread.json()).toMatchObject({ code: "service-draft-exists" });
    const etag = (await ask("GET", "/benches")).headers.get("etag") ?? "";
    const read = { "If-Match": etag };
    const replaced = await ask("PUT", "/benches", { ...exampleDraft, title: "Seats" }, read);
    expect(await replaced.json()).toMatchObject({ revision: 2, definition: { title: "Seats" } });
    const stale = await ask("PUT", "/benches", exampleDraft, read);
    expect(stale.status).toBe(412);
    expect((await ask("DELETE", "/benches", undefined, read)).status).toBe(412);
  });

  it("tell what was done, what would change, and take back what was done last", async () => {
    const { revision } = await (await begin()).json();
    await edit(revision, [{ act: "set", at: "/summary", to: "Noise." }]);
    const revisions = await (await ask("GET", "/noise/revisions?limit=1")).json();
    expect(revisions.data).toMatchObject([{ kind: "edited", differences: [{ at: "/summary" }] }]);
    expect(revisions.nextCursor).toBe(String(revision + 1));
    const differences = await (await ask("GET", "/noise/differences")).json();
    expect(differences).toMatchObject({
      live: 1,
      data: [{ at: "/summary", by: "Acme Case Systems" }],
    });
    const undone = await ask("POST", "/noise/undo", {});
    expect(await undone.json()).toMatchObject({ revision: revision + 2 });
    expect(await (await ask("GET", "/noise/differences")).json()).toMatchObject({ data: [] });
    const nothing = await ask("POST", "/noise/undo", {});
    expect(await nothing.json()).toMatchObject({ code: "invalid-transition" });
  });

  it("say how far they are, and the one thing to do next", async () => {
    await begin({ title: "Benches" });
    const readiness = await (await ask("GET", "/benches/readiness")).json();
    expect(readiness).toMatchObject({ isReady: false });
    expect(readiness.sections[0]).toMatchObject({ section: "questions", state: "not-begun" });
  });

  it("are thrown away", async () => {
    await begin();
    expect((await ask("DELETE", "/noise")).status).toBe(204);
    expect((await ask("GET", "/noise")).status).toBe(404);
    expect((await world.ask("GET", "/services/noise")).status).toBe(200);
  });

  it("are one council's alone", async () => {
    await begin({ title: "Benches" });
    const other = await world.addCouncil("othershire");
    const asked = { name: "Acme", kind: "vendor", scopes: ["services:read"] } as const;
    const { key: theirs } = await issueKey(other, asked);
    const read = (tenant: string) =>
      world.fetch(`/t/${tenant}/v1/service-drafts/benches`, {
        headers: { Authorization: `Bearer ${theirs}` },
      });
    expect((await read("exampleshire")).status).toBe(401);
    expect((await read("othershire")).status).toBe(404);
  });
});
