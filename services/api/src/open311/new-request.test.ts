import { createApi } from "../app.ts";
import { report, reportsIn } from "../testing/open311/reports.ts";
import { ReceivedRule } from "../testing/open311/rules.ts";
import { createOpen311World, type Fields, type Open311World } from "../testing/open311/world.ts";

describe("a report through Open311", () => {
  let world: Open311World;
  beforeEach(async () => {
    world = await createOpen311World();
  });
  afterEach(() => world[Symbol.asyncDispose]());
  const { answers, latest, notes, refused, send } = reportsIn(() => world);

  it("is a process with the citizen's answers, and is acknowledged with its reference", async () => {
    const said = await world.post("/requests.json", report, ReceivedRule);
    expect(said).toEqual([
      {
        service_request_id: (await latest()).reference,
        service_notice: "We will contact you within 3 working days.",
        account_id: null,
      },
    ]);
    expect(await answers()).toEqual({ noiseSource: "home", nights: [{ date: "2025-05-21" }] });
    expect(await notes()).toEqual([]);
  });

  it("is acknowledged in XML to who asks for it", async () => {
    const said = await world.send("/requests.xml", report);
    expect(await said.text()).toContain(
      `<service_requests><request><service_request_id>${(await latest()).reference}</service_request_id>`,
    );
  });

  it("has as many items of a group as values were sent, however they are written", async () => {
    await send({
      ...report,
      "attribute[nights_date]": ["2025-05-01", "3/5/2025", "2025-05-05T23:30:00Z"],
      "attribute[nights_until][]": ["", "10.30pm", "0215"],
    });
    expect((await answers()).nights).toEqual([
      { date: "2025-05-01" },
      { date: "2025-05-03", until: "22:30" },
      // Half past midnight in London.
      { date: "2025-05-06", until: "02:15" },
    ]);
  });

  it("passes over attributes that the form does not know", async () => {
    await send({
      ...report,
      "attribute[usrn]": "123",
      "attribute[__proto__]": "x",
      device_id: "9",
    });
    expect(Object.keys(await answers())).toEqual(["noiseSource", "nights"]);
    expect(await notes()).toEqual([]);
  });

  it("answers contact questions from the protocol's own fields, and attributes count before them", async () => {
    await send({ ...report, first_name: "Ada", last_name: "Byron", email: "ada@example.com" });
    expect(await answers()).toMatchObject({ fullName: "Ada Byron", email: "ada@example.com" });
    await send({ ...report, first_name: "Ada", "attribute[fullName]": "A. Byron" });
    expect(await answers()).toMatchObject({ fullName: "A. Byron" });
  });

  it("keeps for staff what the form cannot hold, and fetches nothing", async () => {
    await send({
      ...report,
      description: "It is loud.\r\nVery.",
      title: "Noise",
      lat: "52.2",
      long: "-0.1",
      address_string: "12 High Street",
      phone: "07700 900 982",
      media_url: ["http://169.254.169.254/latest", "https://example.com/a.jpg"],
    });
    expect(await notes()).toEqual([
      {
        visibleToCitizen: false,
        contents: [
          "Sent with the report",
          "It is loud.\nVery.",
          "Title: Noise",
          "Address: 12 High Street",
          "Position: latitude 52.2, longitude -0.1",
          "Phone: 07700 900 982",
          "Media: http://169.254.169.254/latest",
          "Media: https://example.com/a.jpg",
        ].join("\n\n"),
      },
    ]);
  });

  it("keeps the whole of a long description, in as many notes as that takes", async () => {
    const description = "é".repeat(4000);
    await send({ ...report, description });
    const found = await notes();
    expect(found.map(({ contents }) => contents).join("")).toBe(
      `Sent with the report\n\n${description}`,
    );
    expect(found).toHaveLength(2);
  });

  it.each<[string, Fields, string[]]>([
    ["without a service", { service_code: "" }, ["service_code is missing"]],
    ["with half a position", { ...report, lat: "52" }, ["long must be a longitude, like 0.1218"]],
    [
      "with a position that is none",
      { ...report, lat: "91", long: "0" },
      ["lat must be a latitude, like 52.2053"],
    ],
    [
      "with too long a description",
      { ...report, description: "x".repeat(4001) },
      ["description must be 4000 characters or fewer"],
    ],
    [
      "with a character that cannot be stored",
      { ...report, description: "a\u0000b" },
      ["description has a character that cannot be used"],
    ],
    [
      "without answers",
      { service_code: "noise" },
      [
        "Select an answer to “Where does the noise come from?” (attribute[noiseSource])",
        "Add a night (attribute[nights_date])",
      ],
    ],
    [
      "with two faults in one item, once for each question",
      { ...report, "attribute[nights_date]": "soon", "attribute[nights_until]": "late" },
      [
        expect.stringContaining("(attribute[nights_date])") as never,
        expect.stringContaining("(attribute[nights_until])") as never,
      ],
    ],
    [
      "with too many items",
      { ...report, "attribute[nights_date]": Array(51).fill("2025-05-01") },
      ["attribute[nights_date] has more than 50 values"],
    ],
  ])("is refused %s", async (_, fields, said) => {
    expect(await refused(fields)).toEqual({ status: 400, said });
  });

  it("is refused without a key, with a wrong one, and with one that may not", async () => {
    const missing = await world.refused("/requests.json", { ...report, api_key: "" });
    expect(missing).toEqual({ status: 403, said: ["A valid api_key is needed"] });
    expect(await refused(report, { as: "gh_live_nonsense" })).toEqual(missing);
    const reader = await world.keyFor("processes:read");
    expect(await refused(report, { as: reader })).toEqual({
      status: 403,
      said: ["This api_key does not allow that"],
    });
  });

  it.each(["a\r\nHost: other", "ключ", "é", "a b"])(
    "is refused with what no header could hold for a key: %j",
    async (key) => {
      const wrong = { status: 403, said: ["A valid api_key is needed"] };
      expect(await refused(report, { as: key })).toEqual(wrong);
      const asked = await world.fetch(
        `/t/exampleshire/open311/v2/requests.json?api_key=${encodeURIComponent(key)}`,
      );
      expect([asked.status, world.faults]).toEqual([403, []]);
    },
  );

  it("is refused for a while after too many wrong keys from an address, and a good one is not", async () => {
    const api = createApi(world.deps);
    const wrong = `${world.key.slice(0, -1)}${world.key.endsWith("a") ? "b" : "a"}`;
    const tryOut = async (key: string, address: string) => {
      const query = new URLSearchParams({ api_key: key });
      const path = `/t/exampleshire/open311/v2/requests.json?${query}`;
      return (await api.request(path, {}, { caller: { address } })).status;
    };
    for (let count = 0; count < 150; count += 1)
      expect(await tryOut(world.key, "192.0.2.1")).toBe(200);
    const said: number[] = [];
    for (let count = 0; count < 102; count += 1) said.push(await tryOut(wrong, "192.0.2.1"));
    expect([said[0], said[99], said[100]]).toEqual([403, 403, 429]);
    expect(await tryOut(wrong, "192.0.2.2")).toBe(403);
  });

  it("is refused as a whole where its key may not leave the note", async () => {
    const as = await world.keyFor("processes:write");
    const { status } = await refused({ ...report, description: "Loud." }, { as });
    expect(status).toBe(403);
    const { data } = await (await world.ask("GET", "/processes", { as: world.key })).json();
    expect(data).toEqual([]);
  });

  it.each([
    ["another type", "multipart/form-data; boundary=x", "--x--", 400],
    ["no type", "", "a=b", 400],
    ["bytes that are not UTF-8", "application/x-www-form-urlencoded", "a=%ff", 400],
    ["a body that is too large", "application/x-www-form-urlencoded", "a".repeat(262_145), 413],
  ])("is refused with %s", async (_, type, body, status) => {
    const path = "/t/exampleshire/open311/v2/requests.json";
    const headers = {
      ...(type ? { "Content-Type": type } : {}),
      Authorization: `Bearer ${world.key}`,
    };
    const said = await world.fetch(path, { method: "POST", body: Buffer.from(body), headers });
    expect(said.status).toBe(status);
    expect(await said.json()).toMatchObject([{ code: status }]);
    expect(world.faults).toEqual([]);
  });
});
