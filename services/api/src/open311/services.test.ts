import { noise, payingSteps } from "@guildhall/domain/testing";
import { elements, texts, withXml } from "@guildhall/xml";
import { createApi } from "../app.ts";
import { DefinitionRule, DiscoveryRule, ServicesRule } from "../testing/open311/rules.ts";
import { createOpen311World, type Open311World } from "../testing/open311/world.ts";

const [first, ...rest] = noise.form.pages;
if (!first) throw new Error("The noise form has pages");

describe("Open311 services", () => {
  let world: Open311World;
  beforeEach(async () => {
    world = await createOpen311World();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed for anyone, as private", async () => {
    expect(await world.get("/services.json", ServicesRule)).toEqual([
      {
        service_code: "noise",
        service_name: "Report a noise nuisance",
        description: "Tell us about noise that disturbs you at home.",
        metadata: true,
        type: "realtime",
        keywords: "private",
        group: "Environmental health",
      },
    ]);
  });

  it("say the same in XML, which is also the answer where no format is named", async () => {
    const asXml = await world.fetch("/t/exampleshire/open311/v2/services.xml");
    expect(asXml.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    const bytes = Buffer.from(await asXml.arrayBuffer());
    expect(withXml(bytes, (root) => [root.name, ...texts(root, "service/service_code")])).toEqual([
      "services",
      "noise",
    ]);
    const plain = await world.fetch("/t/exampleshire/open311/v2/services");
    expect(await plain.text()).toBe(bytes.toString());
  });

  it("say what they ask, what only some are asked, and what is to be read", async () => {
    const page = { id: "before", title: "Before you start", kind: "information" } as const;
    const conditions = [...noise.form.conditions];
    const hidden = { ...page, id: "hidden", when: "is-pub", questions: [] };
    const pages = [{ ...page, text: "Ring 999.", questions: [] }, first, hidden, ...rest];
    await world.publish({ form: { ...noise.form, conditions, pages } });
    const { attributes } = await world.get("/services/noise.json", DefinitionRule);
    const brief = (attributes as Record<string, unknown>[]).map(
      ({ code, datatype, required, variable, automated }) =>
        [code, datatype, required, variable, automated ?? ""].join(" "),
    );
    expect(brief).toEqual([
      "page_before string false false ",
      "noiseSource singlevaluelist true true ",
      "pubName string false true ",
      "nights_date datetime true true ",
      "nights_until string false true ",
      "fullName string false true server_set",
      "email string false true server_set",
      "easting number false true server_set",
      "northing number false true server_set",
      "fixmystreet_id string false true server_set",
    ]);
    expect(attributes[0]).toMatchObject({ description: "Before you start\n\nRing 999." });
    expect(attributes[1]).toMatchObject({ values: [{ key: "home", name: "A home" }, {}] });
    expect(attributes[2]).toMatchObject({ datatype_description: "Answer only if: It is a pub." });
  });

  it("give a definition in XML with one element for each value", async () => {
    const said = await world.fetch("/t/exampleshire/open311/v2/services/noise.xml");
    const keys = withXml(Buffer.from(await said.arrayBuffer()), (root) =>
      elements(root, "attributes/attribute/values/value/key").map(({ content }) => content),
    );
    expect(keys).toEqual(["home", "pub"]);
  });

  it("leave out what is paid for and what needs a file", async () => {
    await world.publish({ steps: payingSteps });
    expect(await world.get("/services.json", ServicesRule)).toEqual([]);
    expect(await world.refused("/services/noise.json")).toMatchObject({ status: 404 });
    const asFile = {
      id: "proof",
      type: "files",
      label: "Proof",
      required: true,
      maxFiles: 1,
    } as const;
    const pages = [{ ...first, questions: [...first.questions, asFile] }, ...rest];
    await world.publish({ steps: noise.steps, form: { ...noise.form, pages } });
    expect(await world.get("/services.json", ServicesRule)).toEqual([]);
    expect(await world.refused("/requests.json", { service_code: "noise" })).toMatchObject({
      status: 404,
    });
  });

  it("are discovered, with the address to report to", async () => {
    const said = await world.get("/discovery.json", DiscoveryRule);
    expect(said.endpoints).toMatchObject([
      { url: "https://guildhall.test/t/exampleshire/open311/v2", type: "production" },
    ]);
  });

  it.each([
    ["/services/other.json", 404, "Not found"],
    [
      "/services.json?jurisdiction_id=other",
      404,
      "There is no such jurisdiction_id at this address",
    ],
  ])("refuse %s as errors", async (path, status, said) => {
    expect(await world.refused(path)).toEqual({ status, said: [said] });
  });

  it("take the council's own jurisdiction_id, and an empty one", async () => {
    await world.get("/services.json?jurisdiction_id=exampleshire", ServicesRule);
    await world.get("/services.json?jurisdiction_id=", ServicesRule);
  });

  it("are refused in the shape of errors where there is no such council", async () => {
    const said = await world.fetch("/t/nowhere/open311/v2/services.json");
    expect(said.status).toBe(404);
    expect(await said.json()).toEqual([{ code: 404, description: "Not found" }]);
    const asXml = await world.fetch("/t/nowhere/open311/v2/services.xml");
    expect(await asXml.text()).toContain("<errors><error><code>404</code>");
  });

  it("are refused in that shape at an address that is none", async () => {
    const said = await world.fetch("/t/exampleshire/open311/v2/elsewhere.json");
    expect(said.status).toBe(404);
    expect(await said.json()).toEqual([{ code: 404, description: "Not found" }]);
  });

  it("say which methods an address takes", async () => {
    const said = await world.fetch("/t/exampleshire/open311/v2/services.json", {
      method: "DELETE",
    });
    expect([said.status, said.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    const asked = await world.fetch("/t/exampleshire/open311/v2/requests.json", {
      method: "OPTIONS",
    });
    expect([asked.status, asked.headers.get("allow")]).toEqual([204, "POST, GET, HEAD, OPTIONS"]);
  });

  it("refuse TRACE, which no request can be made anew with, like any other method", async () => {
    const request = new Request("https://guildhall.test/t/exampleshire/open311/v2/services.json");
    // As the server hands it over; it cannot be made with its constructor.
    Object.defineProperty(request, "method", { value: "TRACE" });
    const said = await createApi(world.deps).fetch(request);
    expect([said.status, world.faults]).toEqual([405, []]);
  });

  it("are described, each address with its format", async () => {
    const said = await world.fetch("/t/exampleshire/open311/v2/openapi.json");
    const { paths, servers } = await said.json();
    expect(Object.keys(paths)).toContain("/services/{service_code}.{format}");
    expect(servers).toEqual([{ url: "https://guildhall.test/t/exampleshire/open311/v2" }]);
  });
});
