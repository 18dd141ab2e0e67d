import { settingsFaults } from "@guildhall/contract";
import { json, type Seen, unhurried } from "../test-server.ts";
import {
  definitionIn,
  fileOut,
  noteOut,
  openOffice,
  outgoing,
  secrets,
  updateOut,
} from "../testing/office.ts";

const accepted = (reference: string) => ({ outcome: "accepted", reference });
const files = [
  "planning-register",
  "planning-submission",
  "food-register",
  "highways-soap",
  "highways-rest",
  "waste-session",
  "worksheets",
  "request-rows",
  "case-sign-in",
  "fixmystreet",
];

describe("REST back offices that are configured only", () => {
  it.each(files)("has no fault in the settings of %s", (file) => {
    expect(settingsFaults(definitionIn(file))).toEqual([]);
  });

  it("creates in a planning register, and reads a submission that it had already", async () => {
    const office = await openOffice("planning-register", (_, response) =>
      json(response, { uuid: "4f-1", message: "ok" }),
    );

    expect(await office.send()).toEqual(accepted("4f-1"));
    expect(office.server.seen[0]).toMatchObject({
      method: "POST",
      path: "/api/v2/planning_applications",
      body: outgoing.body,
      headers: {
        authorization: `Bearer ${secrets.apiKey}`,
        "content-type": "application/json; charset=utf-8",
        "idempotency-key": "out_1",
      },
    });
    const error = { error: { code: 422, detail: "This has already been submitted" } };
    const again = await openOffice("planning-register", (_, response) =>
      json(response, error, 422),
    );
    expect(await again.send()).toEqual({ ...accepted(outgoing.reference), duplicate: true });
    const wrong = await openOffice("planning-register", (_, response) => json(response, {}, 400));
    expect(await wrong.send()).toEqual({ outcome: "refused", code: "application-refused" });
  });

  it("reads what a submission API made from a header, and uploads the file to it", async () => {
    const office = await openOffice("planning-submission", (seen, response) => {
      if (seen.path === "/oauth/token")
        return json(response, { access_token: "tok-1", expires_in: 60 });
      if (seen.path.endsWith("/archive")) return response.writeHead(204).end();
      response.writeHead(201, { location: "/secure/submission/77-a?x=1" }).end();
    });

    expect(await office.send()).toEqual(accepted("77-a"));
    expect(await office.connector.send(fileOut("77-a", 'a"\r\nb.jpg'), unhurried())).toEqual(
      accepted("77-a"),
    );
    const upload = office.server.seen.at(-1);
    expect(upload?.path).toBe("/secure/submission/77-a/archive");
    expect(upload?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=----[\w-]+$/);
    expect(upload?.body).toContain(
      'name="file"; filename="a___b.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
    );
    expect(office.server.seen.filter(({ path }) => path === "/oauth/token")).toHaveLength(1);
  });

  it("pulls from a food register by time, and marks what is collected", async () => {
    const entry = {
      fsa_rn: "R-1",
      collected: false,
      updatedAt: "2026-07-01T08:05:00Z",
      establishment: {
        establishment_email: "a@b.example",
        premise: { establishment_uprn: 100012 },
      },
    };
    const office = await openOffice("food-register", ({ method }, response) =>
      json(response, method === "GET" ? [entry] : { fsa_rn: "R-1", collected: true }),
    );

    expect(await office.poll()).toEqual([
      {
        reference: "R-1",
        changeKey: expect.stringMatching(/^R-1_[0-9a-f]{16}$/),
        status: "false",
        at: new Date("2026-07-01T08:05:00Z"),
        container: { submitter: { email: "a@b.example" }, location: { uprn: "100012" } },
      },
    ]);
    expect(office.server.seen[0]?.path).toBe(
      "/registrations/v4/cambridge-city?after=2026-07-01T08%3A00%3A00.000Z&before=2026-07-01T08%3A10%3A00.000Z&new=false",
    );
    expect(await office.connector.send(updateOut("R-1"), unhurried())).toEqual(accepted("R-1"));
    expect(office.server.seen.at(-1)).toMatchObject({ method: "PUT", body: '{"collected":true}' });
  });

  it("speaks to the REST face of highways: typed JSON, documents within it, pages to the end", async () => {
    const log = (logNumber: number) => ({
      enquiryNumber: 9,
      statusCode: "INV",
      outcome: { code: "X" },
      logNumber,
      loggedTime: "2026-07-01T09:05:00",
      notes: [{ id: 5, text: "Seen", officer: "Bo", public: true }],
    });
    const pages = [[log(1), log(2)], [log(3)], []];
    const office = await openOffice("highways-rest", ({ path }, response) => {
      if (path === "/api/oauth/token") return json(response, { access_token: "t" });
      if (path.startsWith("/api/enquiryStatusLogs"))
        return json(response, { logs: pages[Number(/page=(\d)/.exec(path)?.[1]) - 1] });
      json(response, { enquiryNumber: 9 });
    });

    expect(await office.send()).toEqual(accepted("9"));
    await office.connector.send(noteOut("9"), unhurried());
    expect(office.server.seen.at(-1)).toMatchObject({
      path: "/api/centralEnquiries/9/statusLogs",
      body: JSON.stringify({
        notes: 'It’s <worse> & "deep"',
        loggedTime: "2026-07-01T09:00:00",
        fromCustomer: true,
      }),
    });
    await office.connector.send(fileOut("9"), unhurried());
    expect(JSON.parse(office.server.seen.at(-1)?.body ?? "")).toEqual({
      name: "hole.jpg",
      type: "image/jpeg",
      blob: "/9gA",
    });
    const seen = await office.poll();
    expect(seen).toHaveLength(3);
    expect(new Set(seen?.map(({ changeKey }) => changeKey)).size).toBe(3);
    expect(seen?.[0]).toMatchObject({
      status: "INV/X",
      notes: [{ key: "5", text: "Seen", author: "Bo", visibleToCitizen: true }],
    });
  });

  it("signs in to a case system with a key, and carries the token in a header", async () => {
    const office = await openOffice("case-sign-in", (seen: Seen, response) => {
      if (seen.path.endsWith("/sign-in")) return json(response, { token: "T-1" });
      if (seen.path.includes("/summaries"))
        return json(response, {
          items: seen.path.endsWith("page=1")
            ? [{ reference: "FT1", status: { value: "Open" } }]
            : [],
        });
      json(response, { reference: "FT1" });
    });

    expect(await office.send()).toEqual(accepted("FT1"));
    expect(office.server.seen[0]?.headers["x-api-key"]).toBe(secrets.apiKey);
    expect(office.server.seen[1]?.headers["x-api-token"]).toBe("T-1");
    expect(office.server.seen[1]?.headers["x-api-key"]).toBeUndefined();
    expect(await office.poll()).toMatchObject([{ reference: "FT1", status: "Open" }]);
  });
});
