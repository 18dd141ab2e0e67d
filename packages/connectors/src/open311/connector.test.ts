import { answering, answeringText, type Handler, hangUp, unhurried } from "../test-server.ts";
import { fileOut, noteOut, openOffice, outgoing, secrets } from "../testing/office.ts";

const body = JSON.stringify({
  service_code: "pothole",
  lat: 52.2,
  long: 0.12,
  description: "Deep & <wide>",
  attributes: { size: "big", days: ["mon", "tue"] },
});
const jsonFormat = { settings: { format: "json" } };
const open = (handler: Handler, change: object = {}) => openOffice("fixmystreet", handler, change);
const requests = (inner: string) => answeringText(`<service_requests>${inner}</service_requests>`);
const updates = (inner: string) =>
  answeringText(`<service_request_updates>${inner}</service_request_updates>`);
const received = requests("<request><service_request_id>R1</service_request_id></request>");
const accepted = { outcome: "accepted", reference: "R1" };

describe("reporting over Open311", () => {
  it("posts the form of GeoReport, with our reference where the endpoint keeps it", async () => {
    const office = await open(received);

    expect(await office.send({ body })).toEqual(accepted);
    const [seen] = office.server.seen;
    expect(seen?.path).toBe("/open311/v2/requests.xml");
    expect([...new URLSearchParams(seen?.body)]).toEqual([
      ["jurisdiction_id", "example.gov.uk"],
      ["api_key", secrets.apiKey],
      ["service_code", "pothole"],
      ["lat", "52.2"],
      ["long", "0.12"],
      ["description", "Deep & <wide>"],
      ["attribute[size]", "big"],
      ["attribute[days][]", "mon"],
      ["attribute[days][]", "tue"],
      ["attribute[our_reference]", outgoing.reference],
    ]);
  });

  it.each<[string, Handler]>([
    ["a list of one", answering([{ service_request_id: "R1" }])],
    ["one where a list is usual", answering({ service_request_id: "R1" })],
  ])("reads %s in JSON", async (_, handler) => {
    const office = await open(handler, jsonFormat);

    expect(await office.send({ body })).toEqual(accepted);
    expect(office.server.seen[0]?.path).toBe("/open311/v2/requests.json");
  });

  it("needs no key where the endpoint is open", async () => {
    const office = await open(received, { credentials: {} });

    expect(await office.send({ body })).toEqual(accepted);
    expect(office.server.seen[0]?.body).not.toContain("api_key");
  });

  it("waits for the id of a token", async () => {
    let asked = 0;
    const office = await open((seen, response) => {
      if (seen.method === "POST")
        return requests("<request><token>T1</token></request>")(seen, response);
      asked += 1;
      const id = asked < 3 ? "" : "R1";
      requests(
        `<request><token>T1</token><service_request_id>${id}</service_request_id></request>`,
      )(seen, response);
    });

    expect(await office.send({ body })).toEqual(accepted);
    expect(office.server.seen.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET"]);
    expect(office.server.seen[1]?.path).toContain("/tokens/T1.xml?");
  });

  it("keeps the token where no id comes, and later asks for the id and sends nothing", async () => {
    let id = "";
    const office = await open((seen, response) => {
      if (seen.path.includes("updates"))
        return updates("<request_update><update_id>U1</update_id></request_update>")(
          seen,
          response,
        );
      if (seen.method === "POST")
        return requests("<request><token>T1</token></request>")(seen, response);
      requests(`<request><service_request_id>${id}</service_request_id></request>`)(seen, response);
    });
    const pending = { outcome: "retry", code: "id-pending", reference: "token/T1" };
    const asksAgain = () => office.send({ body, attempt: 2, theirReference: "token/T1" });
    expect(await office.send({ body })).toEqual(pending);
    expect(await asksAgain()).toEqual(pending);
    const tell = () => office.connector.send(noteOut("token/T1"), unhurried());
    expect(await tell()).toEqual({ outcome: "retry", code: "id-pending" });

    id = "R9";
    expect(await asksAgain()).toEqual({ outcome: "accepted", reference: "R9" });
    expect(office.server.seen.filter(({ path }) => path.includes("requests."))).toHaveLength(1);
    expect(await tell()).toEqual({ outcome: "accepted", reference: "token/T1" });
    expect(new URLSearchParams(office.server.seen.at(-1)?.body).get("service_request_id")).toBe(
      "R9",
    );
  });

  it.each<[string, Handler, object]>([
    [
      "400",
      answeringText(
        "<errors><error><code>400</code><description>Ada Byron</description></error></errors>",
        400,
      ),
      { outcome: "refused", code: "request-refused" },
    ],
    ["403", answeringText("<errors/>", 403), { outcome: "retry", code: "credential-refused" }],
    ["404", answeringText("<errors/>", 404), { outcome: "refused", code: "answered-404" }],
    [
      "500 with its list of errors",
      answeringText("<errors/>", 500),
      { outcome: "ambiguous", code: "answered-5xx" },
    ],
    [
      "a page",
      answeringText("<!doctype html><p>Hello"),
      { outcome: "ambiguous", code: "bad-answer" },
    ],
    ["nothing", answeringText(""), { outcome: "ambiguous", code: "bad-answer" }],
    ["an empty list", requests(""), { outcome: "ambiguous", code: "bad-answer" }],
    [
      "neither id nor token",
      requests("<request/>"),
      { outcome: "ambiguous", code: "reference-missing" },
    ],
    ["a closed line", hangUp, { outcome: "ambiguous", code: "connection-lost" }],
  ])("says what %s means", async (_, handler, outcome) => {
    const office = await open(handler);

    expect(await office.send({ body })).toEqual(outcome);
  });

  it.each([
    ["no JSON", "<x/>"],
    ["without a service", '{"lat":1}'],
    ["with a field that is none", '{"service_code":"a","Attribute[x]":"1"}'],
    ["with something inside a field", '{"service_code":"a","lat":{"x":1}}'],
    ["with an attribute that breaks its brackets", '{"service_code":"a","attributes":{"x]":"1"}}'],
  ])("sends no document that is %s", async (_, wrong) => {
    const office = await open(received);

    expect(await office.send({ body: wrong })).toEqual({
      outcome: "refused",
      code: "document-invalid",
    });
    expect(office.server.seen).toEqual([]);
  });

  it("says honestly what can be asked and what cannot be told", async () => {
    const usual = await open(received);
    const knowing = await open(received, { settings: { recognisesRepeats: true } });
    const plain = await open(received, { settings: { takesNotes: false } });

    expect(usual.connector.canBeAsked("create")).toBe(false);
    expect(knowing.connector.canBeAsked("create")).toBe(true);
    expect([...usual.connector.does]).toEqual(["create", "note"]);
    expect([...plain.connector.does]).toEqual(["create"]);
    for (const office of [usual, plain])
      expect(await office.connector.send(fileOut(), unhurried())).toEqual({
        outcome: "refused",
        code: "operation-not-supported",
      });
  });
});
