import { callbackUrl, createFakePlatform, type FakePlatform } from "../fixtures/fake-platform.ts";
import { attribute, closure, create, status } from "../fixtures/test-alloy.ts";
import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("the pages of Alloy's officer", () => {
  let world: TestSimulators;
  let platform: FakePlatform;
  let id: string;
  beforeEach(async () => {
    platform = createFakePlatform();
    world = startSimulators({ fetch: platform.fetch });
    const link = { [attribute.callback]: callbackUrl, [attribute.grant]: "grant-1" };
    id = (await create(world, link)).itemId;
  });
  afterEach(() => world.close());

  const post = (action: string, fields: Record<string, string>) =>
    world.request(`/alloy/exampleshire/items/${id}/${action}`, form(fields));
  const page = async () => (await world.request(`/alloy/exampleshire/items/${id}`)).text();

  it("open the submitted documents through the platform, shut off from script", async () => {
    expect(await page()).toContain("The form as it was sent");
    const path = `/alloy/exampleshire/items/${id}/documents/doc_1`;
    const response = await world.request(path);

    expect(await response.text()).toBe("<p>Loud music</p>");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(platform.lines().at(-1)).toBe("GET documents/doc_1");
    expect(platform.calls.at(-1)?.headers.get("authorization")).toBe("Bearer grant-1");
  });

  it("show the item, and why, when the documents cannot be had", async () => {
    platform.next.push(Response.json({}, { status: 401 }));
    expect(await page()).toContain("The platform answered 401.");
    platform.next.push(new Error("down"));
    expect(await page()).toContain("The platform did not answer (Error).");
    platform.next.push(Response.json({}, { status: 404 }));
    const path = `/alloy/exampleshire/items/${id}/documents/doc_1`;
    expect((await world.request(path)).status).toBe(502);
  });

  it("are there for cases only", async () => {
    const other = await world.request(`/alloy/exampleshire/items/${status.received}`);

    expect(other.status).toBe(404);
  });

  it("lay a case out: who, what was asked and answered, what the citizen reads", async () => {
    const story = "Where is it?\nA home\n\nDescribe the noise\nLoud & long";
    const link = { [attribute.callback]: callbackUrl, [attribute.grant]: "grant-1" };
    const told = { [attribute.reporter]: "Ann Example", [attribute.story]: story };
    id = (await create(world, { ...link, ...told })).itemId;
    const html = await page();

    expect(html).toContain("<dt>Reporter</dt><dd>Ann Example</dd>");
    expect(html).toContain("<dt>Describe the noise</dt><dd>Loud &amp; long</dd>");
    expect(html).toContain("An officer is looking into it.");
    expect(platform.lines()).toContain("GET tracking/");
  });

  it("draw where it is", async () => {
    const geometry = { type: "Point", coordinates: [-0.1832682, 52.3285123] };
    id = (await create(world, { [attribute.geometry]: geometry })).itemId;

    expect(await page()).toMatch(/Easting 52\d{4}, northing 27\d{4}\. Grid reference TL/);
  });

  it.each([
    ["notes", { contents: "x", visible: "yes" }, "The citizen gets these words by email"],
    ["notes", { contents: "x" }, "the citizen does not see it"],
    ["questions", { question: "Which days?" }, "The citizen gets these words by email"],
    ["status", { status: status.investigating }, "page says now: “Investigating”"],
  ])("say what the citizen is told after %s %j", async (action, fields, words) => {
    const { headers } = await post(action, fields);
    const shown = await world.request(headers.get("location") ?? "");

    expect(await shown.text()).toContain(words);
  });

  it("say that nobody was told where the platform did not accept it", async () => {
    platform.next.push(Response.json({}, { status: 409 }));
    const { headers } = await post("notes", { contents: "x", visible: "yes" });
    const shown = await world.request(headers.get("location") ?? "");

    expect(await shown.text()).toContain("The platform did not accept it.");
  });

  it("list cases newest first, by state", async () => {
    await create(world, { [attribute.summary]: "Newer <one>" });
    await post("closure", { closure: closure.informal });
    await post("complete", { closing: status.completed });
    const list = async (query: string) =>
      (await (await world.request(`/alloy/exampleshire/${query}`)).text()).match(
        /(Newer &lt;one&gt;|Loud music)(?=<\/a>)/g,
      ) ?? [];

    expect(await list("")).toEqual(["Newer &lt;one&gt;"]);
    expect(await list("?state=closed")).toEqual(["Loud music"]);
    expect(await list("?state=all")).toEqual(["Newer &lt;one&gt;", "Loud music"]);
    expect(await list(`?state=${status.investigating}`)).toEqual([]);
    expect(await list("?state=all&page=2")).toEqual([]);
    expect(await list("?state=all&q=newer%20%3Cone")).toEqual(["Newer &lt;one&gt;"]);
    expect(await list("?state=all&q=newer%20music")).toEqual([]);
  });

  it("count what each choice of a list would show", async () => {
    await create(world, { [attribute.reporter]: "Ann Example" });
    const html = await (await world.request("/alloy/exampleshire/?q=example")).text();

    expect(html).toContain(">All open (1)<");
    expect(html).toContain(">Everything (1)<");
    expect(html).toContain(">All closed (0)<");
  });
});
