import { listNotes } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { ReceivedRule } from "../testing/open311/rules.ts";
import {
  createOpen311World,
  type Fields,
  type Open311World,
  type Posted,
} from "../testing/open311/world.ts";

const report: Fields = {
  service_code: "noise",
  "attribute[noiseSource]": "home",
  "attribute[nights_date]": "2025-05-21",
};

describe("a report whose form asks where it is", () => {
  let world: Open311World;
  beforeEach(async () => {
    world = await createOpen311World();
    const [first, ...rest] = noise.form.pages;
    if (!first) throw new Error("The noise form has pages");
    const where = {
      id: "where",
      type: "address",
      label: "Where is it?",
      required: true,
    } as const;
    const pages = [{ ...first, questions: [...first.questions, where] }, ...rest];
    await world.publish({ form: { ...noise.form, pages }, location: "where" });
  });

  afterEach(() => world[Symbol.asyncDispose]());

  it("answers from address_string, with the postcode found in it", async () => {
    await send({
      ...report,
      address_string: "12 High Street, Cambridge CB1 1AA",
      address_id: "42",
    });
    expect((await answers()).where).toEqual({
      line1: "12 High Street",
      town: "Cambridge",
      postcode: "CB1 1AA",
      uprn: "42",
    });
    expect(await notes()).toEqual([]);
  });

  it("takes the attribute and the grid reference, and keeps the other words", async () => {
    await send({
      ...report,
      "attribute[where]": "1 Low Street, Ely",
      "attribute[easting]": "545123.4",
      "attribute[northing]": "258456",
      address_string: "By the river",
    });
    expect((await answers()).where).toEqual({
      line1: "1 Low Street",
      town: "Ely",
      easting: 545123,
      northing: 258456,
    });
    expect((await notes())[0]?.contents).toBe("Sent with the report\n\nAddress: By the river");
  });

  it("asks in plain words for what an address lacks", async () => {
    const { status, said } = await refused({ ...report, address_string: "CB1 1AA" });
    expect(status).toBe(400);
    expect(said).toEqual([expect.stringContaining("(attribute[where])")]);
  });

  async function send(fields: Fields, posted?: Posted): Promise<string> {
    const [{ service_request_id }] = await world.post(
      "/requests.json",
      fields,
      ReceivedRule,
      posted,
    );
    return service_request_id;
  }

  const refused = (fields: Fields, posted?: Posted) =>
    world.refused("/requests.json", fields, posted);

  async function latest(): Promise<{ id: string; reference: string }> {
    return (await (await world.ask("GET", "/processes?limit=1", { as: world.key })).json()).data[0];
  }

  async function answers(): Promise<Record<string, unknown>> {
    const path = `/documents/${(await latest()).id.replace("prc_", "frm_")}`;
    const headers = { Accept: "application/json" };
    return (await (await world.ask("GET", path, { as: world.key, headers })).json()).answers;
  }

  async function notes() {
    const { data } = await listNotes(world.ctx, (await latest()).id);
    return data.map(({ visibleToCitizen, contents }) => ({ visibleToCitizen, contents }));
  }
});
