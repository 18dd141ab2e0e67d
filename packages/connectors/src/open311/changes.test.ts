import { answering, answeringText, type Handler, json, unhurried } from "../test-server.ts";
import { openOffice, window } from "../testing/office.ts";

const open = (handler: Handler, change: object = {}) => openOffice("fixmystreet", handler, change);
const updates = (inner: string) =>
  answeringText(`<service_request_updates>${inner}</service_request_updates>`);

describe("seeing what an Open311 endpoint tells", () => {
  const update = (rest: string) =>
    `<request_update><update_id>U1</update_id><service_request_id>R1</service_request_id>${rest}</request_update>`;

  it("reads updates: the state, its own code, and the words", async () => {
    const office = await open(
      updates(
        update(
          "<status>FIXED</status><external_status_code>9</external_status_code><description>Filled in</description><updated_datetime>2026-07-01T09:05:00+01:00</updated_datetime>",
        ),
      ),
    );

    expect(await office.poll()).toEqual([
      {
        reference: "R1",
        changeKey: "U1",
        status: "fixed/9",
        notes: [{ key: "U1", text: "Filled in", visibleToCitizen: true }],
        at: new Date("2026-07-01T08:05:00Z"),
      },
    ]);
    expect(office.server.seen[0]?.path).toContain(
      "start_date=2026-07-01T08%3A00%3A00Z&end_date=2026-07-01T08%3A10%3A00Z",
    );
  });

  it("reads an update that leaves the state as it is for a note alone", async () => {
    const office = await open(
      updates(update("<status>unchanged</status><description>Soon</description>")),
    );

    expect(await office.poll()).toMatchObject([{ notes: [{ text: "Soon" }], at: window.to }]);
    expect((await office.poll())?.[0]).not.toHaveProperty("status");
  });

  it.each<[string, Handler, string]>([
    ["403", answeringText("<errors/>", 403), "credential-refused"],
    ["400", answeringText("<errors/>", 400), "list-refused"],
    ["a page", answeringText("<html><p>x</p></html>"), "bad-answer"],
    ["another document", answeringText("<other/>"), "bad-answer"],
  ])("fails with a code of ours after %s", async (_, handler, code) => {
    const office = await open(handler);

    await expect(office.poll()).rejects.toThrow(code);
  });

  const listing = { settings: { format: "json", changes: "requests" } };
  const request = (at: string | null, id = "R1") => ({
    service_request_id: id,
    status: "open",
    status_notes: "Seen",
    updated_datetime: at,
  });

  it("keeps of the last 90 days what changed in the window, or does not say", async () => {
    const office = await open(
      answering([
        request("2026-07-01T08:05:00Z"),
        request("2026-06-01T08:05:00Z", "R2"),
        request(null, "R3"),
      ]),
      listing,
    );

    expect((await office.poll())?.map(({ reference }) => reference)).toEqual(["R1", "R3"]);
    expect(office.server.seen[0]?.path).toContain("start_date=2026-04-02T08%3A10%3A00Z");
  });

  it("asks for halves of a span that may have been cut off, and gives up on one that has no end", async () => {
    const full = Array.from({ length: 1000 }, () => request(null));
    let asked = 0;
    const office = await open((_, response) => {
      asked += 1;
      json(response, asked === 1 ? full : [request(null)]);
    }, listing);
    expect(await office.poll()).toHaveLength(2);
    expect(office.server.seen).toHaveLength(3);

    const endless = await open(answering(full), listing);
    await expect(endless.poll()).rejects.toThrow("list-too-long");
  });

  it("describes a service as its definition says", async () => {
    const attribute =
      "<attribute><code>size</code><datatype>singlevaluelist</datatype><required>true</required><description>How big?</description><values><value><key>b</key><name>Big</name></value></values></attribute>";
    const office = await open(({ path }, response) =>
      response.end(
        path.includes("/services/")
          ? `<service_definition><service_code>pothole</service_code><attributes>${attribute}</attributes></service_definition>`
          : "<services><service><service_code>pothole</service_code><service_name>Pothole</service_name><metadata>true</metadata></service></services>",
      ),
    );

    const [design, ...more] =
      (await office.connector.describe?.(["pothole", "gone"], unhurried())) ?? [];
    expect(more).toEqual([]);
    expect(design).toMatchObject({ id: "pothole", title: "Pothole" });
    expect(design?.fields.at(-1)).toEqual({
      target: "attributes/size",
      title: "How big?",
      type: "singlevaluelist",
      required: true,
      options: [{ code: "b", text: "Big" }],
    });
    expect(await office.connector.designs?.(unhurried())).toEqual([
      { id: "pothole", title: "Pothole" },
    ]);
  });
});
