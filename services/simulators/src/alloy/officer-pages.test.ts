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
    expect(await page()).toContain("Submitted form");
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

  it("list cases newest first, by state", async () => {
    await create(world, { [attribute.summary]: "Newer <one>" });
    await post("complete", {
      closing: status.completed,
      closure: closure.informal,
      outcome: "closed",
    });
    const list = async (query: string) =>
      (await (await world.request(`/alloy/exampleshire/${query}`)).text()).match(
        /(Newer &lt;one&gt;|Loud music)(?=<\/a>)/g,
      ) ?? [];

    expect(await list("")).toEqual(["Newer &lt;one&gt;"]);
    expect(await list("?state=closed")).toEqual(["Loud music"]);
    expect(await list("?state=all")).toEqual(["Newer &lt;one&gt;", "Loud music"]);
    expect(await list(`?state=${status.investigating}`)).toEqual([]);
    expect(await list("?state=all&page=2")).toEqual([]);
  });
});
