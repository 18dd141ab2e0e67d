import { noise } from "@guildhall/domain/testing";
import { report, reportsIn } from "../testing/open311/reports.ts";
import { createOpen311World, type Open311World } from "../testing/open311/world.ts";

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
  const { answers, notes, refused, send } = reportsIn(() => world);

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

  it("is at the position that was sent, where the form asks for a place", async () => {
    const [first, ...rest] = noise.form.pages;
    if (!first) throw new Error("The noise form has pages");
    const spot = { id: "spot", type: "location", label: "Where is it?", required: true } as const;
    const pages = [{ ...first, questions: [...first.questions, spot] }, ...rest];
    await world.publish({ form: { ...noise.form, pages }, location: "spot" });
    await send({ ...report, address_string: "By the gate", lat: "51.489366", long: "-0.119926" });
    expect((await answers()).spot).toMatchObject({
      latitude: 51.489366,
      longitude: -0.119926,
      description: "By the gate",
    });
    const { said } = await refused({ ...report, lat: "54.5973", long: "-5.9301" });
    expect(said).toEqual([expect.stringContaining("Northern Ireland")]);
  });

  it("asks in plain words for what an address lacks", async () => {
    const { status, said } = await refused({ ...report, address_string: "CB1 1AA" });
    expect(status).toBe(400);
    expect(said).toEqual([expect.stringContaining("(attribute[where])")]);
  });
});
